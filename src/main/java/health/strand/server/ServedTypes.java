package health.strand.server;

import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Binary;

/** The resource types the server keeps records of: the clinic's, and those of a patient's chart as other systems have it. */
final class ServedTypes {

    static final List<String> ALL = List.of(
            "Account",
            "AdverseEvent",
            "AllergyIntolerance",
            "Appointment",
            "AuditEvent",
            "Binary",
            "BodyStructure",
            "CarePlan",
            "CareTeam",
            "ChargeItem",
            "Claim",
            "ClinicalImpression",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "Coverage",
            "DetectedIssue",
            "Device",
            "DeviceUseStatement",
            "DiagnosticReport",
            "DocumentReference",
            "Encounter",
            "Endpoint",
            "EpisodeOfCare",
            "ExplanationOfBenefit",
            "FamilyMemberHistory",
            "Flag",
            "Goal",
            "Group",
            "HealthcareService",
            "ImagingStudy",
            "Immunization",
            "Invoice",
            "List",
            "Location",
            "Media",
            "Medication",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationRequest",
            "MedicationStatement",
            "NutritionOrder",
            "Observation",
            "Organization",
            "Patient",
            "PlanDefinition",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "Provenance",
            "Questionnaire",
            "QuestionnaireResponse",
            "RelatedPerson",
            "RiskAssessment",
            "Schedule",
            "ServiceRequest",
            "Slot",
            "Specimen",
            "SupplyDelivery",
            "Task");

    /** Kept in the default partition; HAPI reads its own search parameters and profiles through them. */
    private static final List<String> CONFORMANCE =
            List.of("SearchParameter", "StructureDefinition", "ValueSet", "CodeSystem", "ConceptMap");

    private static final Set<Class<?>> OWN = Set.of(AuditEvent.class, Binary.class);

    private ServedTypes() {}

    static List<String> withConformance() {
        return Stream.concat(ALL.stream(), CONFORMANCE.stream()).toList();
    }

    /** HAPI's providers of the served types, but for the ones that the server answers itself. */
    static List<Object> providers(ResourceProviderFactory all) {
        return all.createProviders().stream()
                .filter(provider -> provider instanceof IResourceProvider typed
                        && !OWN.contains(typed.getResourceType())
                        && ALL.contains(typed.getResourceType().getSimpleName().replace("ListResource", "List")))
                .toList();
    }
}
