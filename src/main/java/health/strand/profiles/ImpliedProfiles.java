package health.strand.profiles;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;

/**
 * Which of our profiles a resource must hold whether it says so or not: a scan panel is a scan panel.
 *
 * <p>A resource is ours by a code of one of our own systems. A code that belongs to everybody, such as LOINC's for a
 * genetic variant, makes it ours too, unless it declares somebody else's profile: then it is another system's record and
 * is kept as that system made it. Types without a telling code, such as Appointment, are ours only when they say so.
 */
public final class ImpliedProfiles {

    private static final String ANY = "*";
    private static final List<Row> ROWS = new ArrayList<>();

    static {
        own("Patient", CodeSystems.CLINIC_NUMBER, ANY, "hr-patient");
        own("PractitionerRole", CodeSystems.CLINIC_ROLE, ANY, "hr-practitioner-role");
        own("CareTeam", CodeSystems.CLINIC_ROLE, ANY, "hr-care-team");
        pictures();
        observations();
        treatment();
        genetics();
        papers();
    }

    private ImpliedProfiles() {}

    /** The canonical addresses of the implied profiles; empty for what is not ours. */
    public static List<String> of(Resource resource) {
        List<Coding> codes = TellingCodes.of(resource);
        if (declares(resource, "hr-extended-consent")) {
            return List.of(Canonical.STRUCTURE + "hr-extended-consent");
        }
        if (resource instanceof Media picture && picture.hasExtension(Canonical.COPY_OF)) {
            // a copy for publication lacks on purpose what a picture of a patient must have
            return List.of();
        }
        boolean foreign = declaresForeign(resource);
        return ROWS.stream()
                .filter(row -> row.type.equals(resource.fhirType()))
                .filter(row -> row.own || !foreign)
                .filter(row -> codes.stream().anyMatch(row::matches))
                .findFirst()
                .map(row -> List.of(Canonical.STRUCTURE + row.profile))
                .orElse(List.of());
    }

    private static boolean declares(Resource resource, String profile) {
        return resource.getMeta().hasProfile(Canonical.STRUCTURE + profile);
    }

    private static boolean declaresForeign(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(CanonicalType::getValue)
                .anyMatch(profile -> profile != null && !profile.startsWith(Canonical.STRUCTURE));
    }

    /** The zone of a picture makes it ours, its modality says what it is; TellingCodes gives modalities of ours only. */
    private static void pictures() {
        own("Media", CodeSystems.DICOM, "DMS", "hr-close-up");
        own("Media", CodeSystems.DICOM, "GM", "hr-close-up");
        own("Media", CodeSystems.DICOM, "XC", "hr-global-photo");
        own("Media", CodeSystems.SCALP_ZONE, ANY, "hr-scalp-image");
        own("ImagingStudy", CodeSystems.SCALP_ZONE, ANY, "hr-scalp-imaging-study");
        for (String zone : List.of("61719002", "79951008", "16621002", "21672008", "43067004", "41695006")) {
            shared("ImagingStudy", CodeSystems.SNOMED, zone, "hr-scalp-imaging-study");
        }
        own("BodyStructure", CodeSystems.SCALP_ZONE, ANY, "hr-scalp-target");
        own("Device", CodeSystems.DEVICE_KIND, "analysis-software", "hr-analysis-software");
        own("Device", CodeSystems.DEVICE_KIND, ANY, "hr-trichoscope");
    }

    private static void observations() {
        own("Observation", CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL, "hr-trichometry-panel");
        own("Observation", CodeSystems.TRICHOMETRY, TrichometryCodes.DONOR_ASSESSMENT, "hr-donor-assessment");
        own("Observation", CodeSystems.GRAFT_COMPONENT, GraftCodes.TALLY, "hr-graft-tally");
        own("Observation", CodeSystems.TRICHOSCOPY_FINDING, ANY, "hr-trichoscopy-finding");
        own("Observation", CodeSystems.PATTERN_SCALE, GradingScales.BASP, "hr-basp");
        own("Observation", CodeSystems.PATTERN_SCALE, GradingScales.SALT, "hr-salt");
        own("Observation", CodeSystems.PATTERN_SCALE, ANY, "hr-pattern-stage");
    }

    private static void treatment() {
        own("Condition", CodeSystems.HAIR_LOSS, ANY, "hr-hair-loss-condition");
        own("Procedure", CodeSystems.TREATMENT_KIND, "hair-transplant", "hr-transplant-procedure");
        own("Procedure", CodeSystems.TREATMENT_KIND, ANY, "hr-clinic-procedure");
        own("AdverseEvent", CodeSystems.SIDE_EFFECT, ANY, "hr-side-effect");
        own("CarePlan", CodeSystems.DOCUMENT_KIND, "treatment-plan", "hr-treatment-plan");
        own("Goal", CodeSystems.TRICHOMETRY, ANY, "hr-goal");
        for (String medicine : List.of("D11AX10", "D11AX01")) {
            shared("MedicationRequest", CodeSystems.ATC, medicine, "hr-medication-request");
            shared("MedicationStatement", CodeSystems.ATC, medicine, "hr-medication-statement");
        }
    }

    private static void genetics() {
        own("Observation", CodeSystems.IMPLICATION_KIND, ANY, "hr-genetic-implication");
        shared("Observation", CodeSystems.LOINC, GenomicsCodes.VARIANT, "hr-genetic-marker");
        shared("Observation", CodeSystems.LOINC, GenomicsCodes.GENOTYPE, "hr-genotype");
        own("ServiceRequest", CodeSystems.MARKER_PANEL, ANY, "hr-genetic-order");
        shared("DiagnosticReport", CodeSystems.LOINC, GenomicsCodes.REPORT, "hr-genetic-report");
        own("RiskAssessment", CodeSystems.HAIR_LOSS, ANY, "hr-polygenic-risk");
        own("FamilyMemberHistory", CodeSystems.HAIR_LOSS, ANY, "hr-family-history");
        shared("FamilyMemberHistory", CodeSystems.SNOMED, "87872006", "hr-family-history");
    }

    private static void papers() {
        own("Consent", CodeSystems.CONSENT_KIND, ANY, "hr-consent");
        own("DocumentReference", CodeSystems.DOCUMENT_KIND, "marketing-derivative", "hr-marketing-image");
        own("DiagnosticReport", CodeSystems.DOCUMENT_KIND, "progress-report", "hr-progress-report");
        own("Task", CodeSystems.TASK_KIND, "follow-up-scan", "hr-follow-up");
        for (String found : List.of(
                TaskKinds.CONSENT_CONFLICT,
                TaskKinds.CONSENT_UNREADABLE,
                TaskKinds.MAJORITY_AHEAD,
                TaskKinds.MAJORITY,
                TaskKinds.EMERGENCY_REVIEW,
                TaskKinds.CASE)) {
            own("Task", CodeSystems.TASK_KIND, found, "hr-privacy-task");
        }
        own("Task", CodeSystems.TASK_KIND, ANY, "hr-rights-request");
        // HL7's code; but its profile, which we do not have, demands what ours does, so declaring it changes nothing
        own("Task", CodeSystems.SMART, "launch-app-ehr", "hr-ehr-launch");
        own("Task", CodeSystems.SMART, "launch-app-standalone", "hr-standalone-launch");
        own("Communication", CodeSystems.NOTICE_KIND, ANY, "hr-notice");
        own("QuestionnaireResponse", Canonical.QUESTIONNAIRE, "self-assessment", "hr-self-assessment");
        own("QuestionnaireResponse", Canonical.QUESTIONNAIRE, "wellbeing", "hr-wellbeing-answers");
        own("QuestionnaireResponse", Canonical.QUESTIONNAIRE, "consent-capture", "hr-consent-form");
    }

    private static void own(String type, String system, String code, String profile) {
        ROWS.add(new Row(type, system, code, profile, true));
    }

    private static void shared(String type, String system, String code, String profile) {
        ROWS.add(new Row(type, system, code, profile, false));
    }

    /**
     * One way of being ours.
     *
     * @param own whether the code is ours alone; rows stand in the order in which they are tried
     */
    private record Row(String type, String system, String code, String profile, boolean own) {

        boolean matches(Coding coding) {
            return system.equals(coding.getSystem()) && (ANY.equals(code) || code.equals(coding.getCode()));
        }
    }
}
