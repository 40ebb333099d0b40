package health.strand.demo;

import static health.strand.demo.Concepts.concept;

import health.strand.profiles.CodeSystems;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;

/** Writes appointments and, for those kept, encounters. Neither says why: the desk reads them. */
final class VisitPart {

    private VisitPart() {}

    static Appointment appointment(Chart chart, Visit visit) {
        Appointment appointment = new Appointment()
                .setStatus(status(visit.kind()))
                .setDescription(visit.first() ? "First visit" : "Follow-up visit")
                .setStartElement(Times.instant(visit.start()))
                .setEndElement(Times.instant(visit.end()))
                .setCreatedElement(Times.day(visit.start().toLocalDate().minusDays(20)));
        participant(appointment, chart.patient());
        participant(appointment, chart.doctor());
        participant(appointment, chart.technician());
        participant(appointment, chart.registry().thing(RegistryBundle.SCAN_ROOM));
        return appointment;
    }

    private static void participant(Appointment appointment, Reference actor) {
        appointment.addParticipant().setActor(actor).setStatus(ParticipationStatus.ACCEPTED);
    }

    private static AppointmentStatus status(Visit.Kind kind) {
        return switch (kind) {
            case ATTENDED -> AppointmentStatus.FULFILLED;
            case MISSED -> AppointmentStatus.NOSHOW;
            case PLANNED -> AppointmentStatus.BOOKED;
        };
    }

    static Encounter encounter(Chart chart, Visit visit, Reference appointment) {
        Encounter encounter = new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .setClass_(new Coding().setSystem(CodeSystems.ACT_CODE).setCode("AMB"))
                .setSubject(chart.patient())
                .setPeriod(Times.period(visit.start(), visit.end()))
                .addAppointment(appointment)
                .setServiceProvider(chart.clinic());
        encounter
                .addParticipant()
                .addType(concept(CodeSystems.PARTICIPATION, "PPRF"))
                .setIndividual(chart.doctor());
        encounter.addLocation().setLocation(chart.registry().thing(RegistryBundle.SCAN_ROOM));
        return encounter;
    }
}
