package health.strand.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The SMART scopes a Keycloak of ours knows by name: it refuses a whole request for one name it does not know. */
public final class ScopeCatalogue {

    /** Makes a token one for the record; every app has it, and nobody asks for it. */
    public static final String RECORD = "fhir-audience";

    private static final List<String> TYPES = List.of("""
                    Patient Practitioner PractitionerRole Organization Location HealthcareService CareTeam RelatedPerson
                    Appointment Schedule Slot Encounter EpisodeOfCare Media ImagingStudy Binary DocumentReference
                    Observation DiagnosticReport Specimen ServiceRequest Condition Procedure Medication
                    MedicationRequest MedicationStatement MedicationAdministration AllergyIntolerance Immunization Goal
                    CarePlan FamilyMemberHistory RiskAssessment Questionnaire QuestionnaireResponse Device BodyStructure
                    Account Invoice ChargeItem Coverage Claim ExplanationOfBenefit Consent Provenance AuditEvent Task
                    Communication AdverseEvent Flag List Group""".split("\\s+"));
    private static final List<String> LAUNCHES = List.of(
            "profile",
            "email",
            "offline_access",
            "online_access",
            "fhirUser",
            "launch",
            "launch/patient",
            "launch/encounter");
    private static final List<String> EVERY_TYPE = List.of("rs", "cruds", "r", "s", "cud", "read", "write", "*");
    private static final List<String> ONE_TYPE = List.of("rs", "cruds", "r", "read");
    private static final List<String> SYSTEM_ONE_TYPE = List.of("rs", "cruds");
    /** What an app keeps for itself; SMART App State writes its scopes without reading by id. */
    private static final String APP_STATE = "Basic";

    private static final List<String> APP_STATE_PERMISSIONS = List.of("rs", "cruds", "s", "cuds");
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/CodeSystem/";

    private ScopeCatalogue() {}

    /** What an app may ask for beside the data: to be launched, to know who is there, to stay connected. */
    public static List<String> forLaunches() {
        return LAUNCHES;
    }

    /** What an app may ask for on behalf of a person. */
    public static List<String> forApps() {
        return Stream.of(
                        inContext("patient", ONE_TYPE),
                        categories(),
                        appState("patient", APP_STATE_PERMISSIONS),
                        inContext("user", ONE_TYPE),
                        appState("user", APP_STATE_PERMISSIONS))
                .flatMap(List::stream)
                .toList();
    }

    /** What a program without a person may ask for. */
    public static List<String> forSystems() {
        return Stream.of(inContext("system", SYSTEM_ONE_TYPE), appState("system", SYSTEM_ONE_TYPE))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Whether it reaches beyond one patient, and so is left out of the tokens of those who do not work there. What an app
     * keeps about its own user is theirs, whoever they are.
     */
    static boolean isForStaff(String scope) {
        return scope.startsWith("user/") && !scope.startsWith("user/" + APP_STATE + ".");
    }

    private static List<String> inContext(String context, List<String> permissions) {
        List<String> scopes = new ArrayList<>();
        EVERY_TYPE.forEach(permission -> scopes.add(context + "/*." + permission));
        for (String type : TYPES) {
            permissions.forEach(permission -> scopes.add(context + "/" + type + "." + permission));
        }
        return scopes;
    }

    private static List<String> appState(String context, List<String> permissions) {
        return permissions.stream()
                .map(permission -> context + "/" + APP_STATE + "." + permission)
                .toList();
    }

    /** The parts of a record a patient can grant one by one instead of a whole type. */
    private static List<String> categories() {
        Stream<String> conditions = Stream.of(
                HL7 + "condition-category|encounter-diagnosis",
                HL7 + "condition-category|problem-list-item",
                US_CORE + "condition-category|health-concern");
        Stream<String> observations = Stream.of(
                US_CORE + "us-core-observation-category|clinical-test",
                HL7 + "observation-category|laboratory",
                HL7 + "observation-category|social-history",
                US_CORE + "us-core-category|sdoh",
                HL7 + "observation-category|survey",
                HL7 + "observation-category|vital-signs");
        return Stream.concat(
                        conditions.map(category -> "patient/Condition.rs?category=" + category),
                        observations.map(category -> "patient/Observation.rs?category=" + category))
                .toList();
    }
}
