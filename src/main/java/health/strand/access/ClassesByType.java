package health.strand.access;

import static health.strand.access.DataClass.ADMINISTRATION;
import static health.strand.access.DataClass.AUDIT;
import static health.strand.access.DataClass.BILLING;
import static health.strand.access.DataClass.CLINICAL;
import static health.strand.access.DataClass.CONFORMANCE;
import static health.strand.access.DataClass.FACE_IMAGE;
import static health.strand.access.DataClass.GENETIC;
import static health.strand.access.DataClass.IDENTITY;
import static health.strand.access.DataClass.MARKETING;
import static health.strand.access.DataClass.PRIVACY;
import static health.strand.access.DataClass.REGISTRY;
import static health.strand.access.DataClass.RESEARCH;
import static health.strand.access.DataClass.SCALP_IMAGE;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which data classes a resource of a FHIR type can fall in.
 *
 * <p>A type that is not listed falls in none, so nobody may touch it. Bundle, Basic, Linkage and Subscription are left
 * out on purpose: what they carry, or start, cannot be told from the type.
 */
final class ClassesByType {

    private static final Map<String, Set<DataClass>> TABLE = new HashMap<>();

    static {
        row("Patient RelatedPerson Person", IDENTITY);
        row("Appointment AppointmentResponse Encounter EpisodeOfCare Slot Schedule CareTeam", ADMINISTRATION);
        row("CommunicationRequest SupplyRequest SupplyDelivery", ADMINISTRATION);
        row("Task Communication", ADMINISTRATION, PRIVACY);
        row("Account Invoice ChargeItem Coverage CoverageEligibilityRequest CoverageEligibilityResponse", BILLING);
        row("Claim ClaimResponse ExplanationOfBenefit PaymentNotice PaymentReconciliation", BILLING);
        row("Observation DiagnosticReport ServiceRequest Specimen RiskAssessment", CLINICAL, GENETIC);
        row("FamilyMemberHistory MolecularSequence", GENETIC);
        row("Condition Procedure AllergyIntolerance Immunization ImmunizationRecommendation", CLINICAL);
        row("ImmunizationEvaluation Goal CarePlan ClinicalImpression DetectedIssue AdverseEvent", CLINICAL);
        row("MedicationStatement MedicationRequest MedicationAdministration MedicationDispense", CLINICAL);
        row("NutritionOrder VisionPrescription BodyStructure Flag List Composition Group RequestGroup", CLINICAL);
        row("GuidanceResponse DeviceUseStatement DeviceRequest DeviceMetric", CLINICAL);
        row("QuestionnaireResponse", CLINICAL, PRIVACY);
        row("Device", REGISTRY, CLINICAL);
        row("ImagingStudy", SCALP_IMAGE, FACE_IMAGE);
        row("Media", SCALP_IMAGE, FACE_IMAGE, MARKETING);
        row("Binary DocumentReference", SCALP_IMAGE, FACE_IMAGE, CLINICAL, GENETIC, MARKETING);
        row("Consent", PRIVACY);
        // of the class of what it is about
        row(
                "Provenance",
                PRIVACY,
                IDENTITY,
                ADMINISTRATION,
                BILLING,
                CLINICAL,
                SCALP_IMAGE,
                FACE_IMAGE,
                GENETIC,
                AUDIT,
                MARKETING,
                RESEARCH);
        row("AuditEvent", AUDIT);
        row("ResearchStudy ResearchSubject", RESEARCH);
        row("Practitioner PractitionerRole Organization OrganizationAffiliation Location", REGISTRY);
        row("HealthcareService Endpoint Medication MedicationKnowledge Substance InsurancePlan", REGISTRY);
        row("PlanDefinition ActivityDefinition Questionnaire ChargeItemDefinition", REGISTRY);
        row("DeviceDefinition SpecimenDefinition ObservationDefinition", REGISTRY);
        row("StructureDefinition ValueSet CodeSystem ConceptMap NamingSystem SearchParameter", CONFORMANCE);
        row("OperationDefinition CapabilityStatement ImplementationGuide CompartmentDefinition", CONFORMANCE);
    }

    private ClassesByType() {}

    static Set<DataClass> of(String resourceType) {
        return TABLE.getOrDefault(resourceType, Set.of());
    }

    /** Whether a resource of this type can belong to a patient. */
    static boolean canBeAboutPatients(String resourceType) {
        return of(resourceType).stream().anyMatch(DataClass::aboutPatients);
    }

    private static void row(String types, DataClass... classes) {
        for (String type : types.split(" ", -1)) {
            TABLE.put(type, Set.of(classes));
        }
    }
}
