package health.strand.demo;

import static health.strand.demo.Concepts.component;
import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;
import static health.strand.demo.Concepts.quantity;
import static health.strand.demo.Concepts.whole;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.GraftCodes;
import health.strand.profiles.RoleCodes;
import health.strand.profiles.TrichometryCodes;
import health.strand.profiles.Ucum;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Writes the day of a transplant: what the donor area had, the operation, and the tally of grafts. */
final class TransplantPart {

    private static final int DONOR_AREA = 160;
    private static final double SAFETY_FRACTION = 0.45;

    private final Chart chart;
    private final Visit day;
    private final Reference encounter;
    private final GraftTally tally;

    TransplantPart(Chart chart, Visit day, Reference encounter) {
        this.chart = chart;
        this.day = day;
        this.encounter = encounter;
        this.tally = GraftTally.draw(chart.dice());
    }

    /** Writes all three and says how many grafts there were, for the invoice. */
    int write(Reference condition) {
        chart.add(donor(), Labels.normal());
        Reference operation = chart.add(operation(condition), Labels.normal());
        chart.add(tally(operation), Labels.normal());
        return tally.total();
    }

    private Observation donor() {
        int unitsPerCm2 = chart.dice().between(70, 90);
        Observation donor = observation(concept(CodeSystems.TRICHOMETRY, TrichometryCodes.DONOR_ASSESSMENT), "exam")
                .setBodySite(Concepts.zone(Zone.OCCIPITAL));
        measured(donor, TrichometryCodes.FU_DENSITY, whole(unitsPerCm2, "FU/cm²", Ucum.PER_CM2));
        measured(donor, TrichometryCodes.DONOR_AREA, whole(DONOR_AREA, "cm²", Ucum.CM2));
        measured(donor, TrichometryCodes.GRAFTS_USED, whole(0, "grafts", Ucum.GRAFTS));
        measured(donor, TrichometryCodes.SAFETY_FRACTION, Concepts.percent(100 * SAFETY_FRACTION));
        long available = Math.round(DONOR_AREA * unitsPerCm2 * SAFETY_FRACTION);
        measured(donor, TrichometryCodes.GRAFTS_AVAILABLE, whole(available, "grafts", Ucum.GRAFTS));
        donor.addNote().setText("available = donor area x FU density x safety fraction - grafts used");
        return donor;
    }

    private static void measured(Observation observation, String code, Quantity value) {
        observation.addComponent(component(CodeSystems.TRICHOMETRY, code, value));
    }

    private Procedure operation(Reference condition) {
        Procedure operation = new Procedure()
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setCode(concept(CodeSystems.TREATMENT_KIND, Arm.TRANSPLANT.code, "Hair transplant")
                        .addCoding(new Coding(CodeSystems.HAIR_TECHNIQUE, "fue", "Follicular unit excision"))
                        .addCoding(new Coding().setSystem(CodeSystems.SNOMED).setCode("2580007")))
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setPerformed(Times.period(day.start().plusHours(1), day.start().plusHours(7)))
                .setLocation(chart.registry().thing(RegistryBundle.OPERATING_ROOM))
                .addReasonReference(condition)
                .addBodySite(Concepts.zone(Zone.FRONTAL))
                .addBodySite(Concepts.zone(Zone.VERTEX));
        performer(operation, RoleCodes.SURGEON, chart.doctor());
        performer(operation, RoleCodes.TECHNICIAN, chart.technician());
        return operation;
    }

    private static void performer(Procedure operation, String function, Reference actor) {
        operation
                .addPerformer()
                .setFunction(concept(CodeSystems.CLINIC_ROLE, function))
                .setActor(actor);
    }

    private Observation tally(Reference operation) {
        Observation observation = observation(
                        concept(CodeSystems.GRAFT_COMPONENT, GraftCodes.TALLY, "Graft tally"), "procedure")
                .addPartOf(operation);
        grafts(observation, GraftCodes.SINGLES, tally.singles());
        grafts(observation, GraftCodes.DOUBLES, tally.doubles());
        grafts(observation, GraftCodes.TRIPLES, tally.triples());
        grafts(observation, GraftCodes.QUADRUPLES, tally.quadruples());
        grafts(observation, GraftCodes.TOTAL, tally.total());
        grafts(observation, GraftCodes.HARVESTED, tally.harvested());
        grafts(observation, GraftCodes.DISCARDED, tally.discarded());
        grafts(observation, GraftCodes.TRANSECTED, tally.transected());
        grafts(observation, GraftCodes.IMPLANTED, tally.total());
        counted(observation, GraftCodes.HAIRS_TOTAL, whole(tally.hairs(), "hairs", Ucum.HAIRS));
        counted(observation, GraftCodes.RECIPIENT_AREA, whole(tally.recipientArea(), "cm²", Ucum.CM2));
        counted(
                observation,
                GraftCodes.IMPLANTED_DENSITY,
                quantity((double) tally.total() / tally.recipientArea(), "grafts/cm²", Ucum.GRAFTS_PER_CM2));
        counted(observation, GraftCodes.OUT_OF_BODY_MINUTES, whole(tally.minutes(), "min", Ucum.MINUTE));
        return observation;
    }

    private static void grafts(Observation observation, String code, int number) {
        counted(observation, code, whole(number, "grafts", Ucum.GRAFTS));
    }

    private static void counted(Observation observation, String code, Quantity value) {
        observation.addComponent(component(CodeSystems.GRAFT_COMPONENT, code, value));
    }

    private Observation observation(CodeableConcept code, String category) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(hl7("observation-category", category))
                .setCode(code)
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setEffective(Times.moment(day.start().plusHours(7)))
                .addPerformer(chart.doctor());
    }
}
