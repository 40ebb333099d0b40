package health.strand.profiles;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/** The codes of a resource that tell what it is. */
final class TellingCodes {

    private TellingCodes() {}

    static List<Coding> of(Resource resource) {
        return codings(resource).toList();
    }

    private static Stream<Coding> codings(Resource resource) {
        return switch (resource.fhirType()) {
            case "Patient" ->
                ((Patient) resource).getIdentifier().stream().map(number -> new Coding(number.getSystem(), null, null));
            case "PractitionerRole" -> all(((PractitionerRole) resource).getCode());
            case "CareTeam" -> ((CareTeam) resource).getParticipant().stream().flatMap(member -> all(member.getRole()));
            case "Media" -> picture((Media) resource);
            case "ImagingStudy" ->
                ((ImagingStudy) resource).getSeries().stream().map(series -> series.getBodySite());
            case "BodyStructure" -> one(((BodyStructure) resource).getLocation());
            case "Device" -> one(((Device) resource).getType());
            case "Consent" -> all(((Consent) resource).getCategory());
            case "Communication" -> all(((Communication) resource).getCategory());
            case "Task" -> one(((Task) resource).getCode());
            case "QuestionnaireResponse" -> form(((QuestionnaireResponse) resource).getQuestionnaire());
            default -> clinical(resource);
        };
    }

    private static Stream<Coding> clinical(Resource resource) {
        return switch (resource.fhirType()) {
            case "Observation" -> one(((Observation) resource).getCode());
            case "Condition" -> one(((Condition) resource).getCode());
            case "Procedure" -> one(((Procedure) resource).getCode());
            case "MedicationRequest" -> medicine(((MedicationRequest) resource).getMedication());
            case "MedicationStatement" -> medicine(((MedicationStatement) resource).getMedication());
            case "AdverseEvent" -> one(((AdverseEvent) resource).getEvent());
            case "CarePlan" -> all(((CarePlan) resource).getCategory());
            case "Goal" -> ((Goal) resource).getTarget().stream().flatMap(target -> one(target.getMeasure()));
            case "ServiceRequest" -> one(((ServiceRequest) resource).getCode());
            case "DiagnosticReport" -> one(((DiagnosticReport) resource).getCode());
            case "DocumentReference" -> one(((DocumentReference) resource).getType());
            case "RiskAssessment" ->
                ((RiskAssessment) resource)
                        .getPrediction().stream().flatMap(prediction -> one(prediction.getOutcome()));
            case "FamilyMemberHistory" ->
                ((FamilyMemberHistory) resource).getCondition().stream().flatMap(condition -> one(condition.getCode()));
            default -> Stream.empty();
        };
    }

    /** A dermoscope also sees moles: only with a zone of the scalp does its modality tell anything. */
    private static Stream<Coding> picture(Media media) {
        boolean scalp = one(media.getBodySite()).anyMatch(site -> CodeSystems.SCALP_ZONE.equals(site.getSystem()));
        return scalp ? Stream.concat(one(media.getModality()), one(media.getBodySite())) : Stream.empty();
    }

    private static Stream<Coding> medicine(Type medication) {
        return medication instanceof CodeableConcept concept ? one(concept) : Stream.empty();
    }

    private static Stream<Coding> form(String canonical) {
        return canonical != null && canonical.startsWith(Canonical.QUESTIONNAIRE)
                ? Stream.of(new Coding(
                        Canonical.QUESTIONNAIRE,
                        canonical.substring(Canonical.QUESTIONNAIRE.length()).replaceAll("\\|.*", ""),
                        null))
                : Stream.empty();
    }

    private static Stream<Coding> one(CodeableConcept concept) {
        return concept.getCoding().stream();
    }

    private static Stream<Coding> all(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(TellingCodes::one);
    }
}
