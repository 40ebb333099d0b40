package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Writes the diagnosis, the plan, and the treatments that are not operations. */
final class TreatmentPart {

    private final Chart chart;

    TreatmentPart(Chart chart) {
        this.chart = chart;
    }

    Reference diagnosis(Visit visit, Reference encounter) {
        Condition condition = new Condition()
                .setClinicalStatus(hl7("condition-clinical", "active"))
                .setVerificationStatus(hl7("condition-ver-status", "confirmed"))
                .addCategory(hl7("condition-category", "encounter-diagnosis"))
                .setCode(code())
                .addBodySite(concept(CodeSystems.SNOMED, "41695006", "Scalp structure"))
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setRecordedDateElement(Times.moment(visit.start().plusMinutes(30)))
                .setRecorder(chart.doctor());
        return chart.add(condition, Labels.normal());
    }

    private CodeableConcept code() {
        Diagnosis diagnosis = chart.story().diagnosis();
        CodeableConcept code = concept(CodeSystems.HAIR_LOSS, diagnosis.code, diagnosis.display);
        boolean malePattern = diagnosis == Diagnosis.PATTERN && !chart.story().female();
        String snomed = malePattern ? Diagnosis.MALE_PATTERN : diagnosis.snomed;
        if (snomed != null) {
            code.addCoding(new Coding().setSystem(CodeSystems.SNOMED).setCode(snomed));
        }
        if (diagnosis.icd10 != null) {
            code.addCoding(new Coding().setSystem(CodeSystems.ICD10).setCode(diagnosis.icd10));
        }
        return code;
    }

    Reference plan(Reference condition, Reference order) {
        CarePlan plan = new CarePlan()
                .setStatus(CarePlan.CarePlanStatus.ACTIVE)
                .setIntent(CarePlan.CarePlanIntent.PLAN)
                .addCategory(concept(CodeSystems.DOCUMENT_KIND, "treatment-plan"))
                .setTitle("Hair restoration plan")
                .setSubject(chart.patient())
                .setPeriod(new Period().setStartElement(Times.day(chart.story().firstVisit())))
                .setAuthor(chart.doctor())
                .addAddresses(condition);
        plan.addActivity().setReference(order);
        return chart.add(plan, Labels.normal());
    }

    /** Orders what is no medicine, watchful waiting included. */
    Reference order(Reference condition) {
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.PLAN)
                .setCode(concept(CodeSystems.TREATMENT_KIND, chart.story().arm().code))
                .setSubject(chart.patient())
                .setAuthoredOnElement(Times.day(chart.story().firstVisit()))
                .setRequester(chart.doctor())
                .addReasonReference(condition);
        return chart.add(order, Labels.normal());
    }

    /** Prescribes, notes that it is taken, and now and then the side effect that nobody likes to talk about. */
    Reference medicate(Reference condition) {
        Medicine medicine = Medicine.of(chart.story().arm());
        Reference prescription = chart.add(prescription(medicine, condition), Labels.normal());
        Reference taken = chart.add(statement(medicine, prescription), Labels.normal());
        if (medicine.actsOnHormones() && chart.dice().chance(0.06)) {
            chart.add(sideEffect(taken), Labels.sexual());
        }
        return prescription;
    }

    private MedicationRequest prescription(Medicine medicine, Reference condition) {
        MedicationRequest request = new MedicationRequest()
                .setStatus(
                        chart.story().stillComing()
                                ? MedicationRequest.MedicationRequestStatus.ACTIVE
                                : MedicationRequest.MedicationRequestStatus.STOPPED)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setMedication(medicine.concept())
                .setSubject(chart.patient())
                .setAuthoredOnElement(Times.day(chart.story().firstVisit()))
                .setRequester(chart.doctor())
                .addReasonReference(condition);
        request.addDosageInstruction().setText(medicine.dose());
        if (!chart.story().stillComing()) {
            request.setStatusReason(new CodeableConcept().setText("Stopped coming"));
        }
        return request;
    }

    private MedicationStatement statement(Medicine medicine, Reference prescription) {
        LocalDate from = chart.story().firstVisit().plusDays(2);
        return new MedicationStatement()
                .setStatus(
                        chart.story().stillComing()
                                ? MedicationStatement.MedicationStatementStatus.ACTIVE
                                : MedicationStatement.MedicationStatementStatus.UNKNOWN)
                .setMedication(medicine.concept())
                .setSubject(chart.patient())
                .addBasedOn(prescription)
                .setEffective(new Period().setStartElement(Times.day(from)))
                .setInformationSource(chart.patient());
    }

    private AdverseEvent sideEffect(Reference taken) {
        AdverseEvent event = new AdverseEvent()
                .setActuality(AdverseEvent.AdverseEventActuality.ACTUAL)
                .setEvent(concept(CodeSystems.SIDE_EFFECT, "reduced-libido"))
                .setSeriousness(hl7("adverse-event-seriousness", "Non-serious"))
                .setSubject(chart.patient())
                .setDateElement(Times.day(chart.story().firstVisit().plusDays(70)))
                .setRecorder(chart.doctor());
        event.addSuspectEntity().setInstance(taken);
        return event;
    }

    /** A session of a treatment that is repeated at the clinic or begun there. */
    void session(Visit visit, Reference encounter, Reference condition) {
        Procedure procedure = new Procedure()
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setCode(concept(CodeSystems.TREATMENT_KIND, chart.story().arm().code))
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setPerformed(Times.period(visit.start().plusMinutes(30), visit.end()))
                .addBodySite(Concepts.zone(Zone.VERTEX))
                .setReasonReference(List.of(condition));
        procedure.addPerformer().setActor(chart.doctor());
        procedure.addExtension(number(visit));
        chart.add(procedure, Labels.normal());
    }

    /** Sessions are three months apart; one that is missed keeps its number. */
    private Extension number(Visit visit) {
        Extension session = new Extension(Canonical.SESSION_NUMBER);
        session.addExtension("number", new PositiveIntType(1 + (int) visit.month() / 3));
        if (chart.story().arm() == Arm.PRP) {
            session.addExtension("planned", new PositiveIntType(3));
        }
        return session;
    }
}
