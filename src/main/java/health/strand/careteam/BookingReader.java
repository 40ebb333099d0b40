package health.strand.careteam;

import health.strand.access.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads from appointments and encounters who is known at the desk: from the booking on, which can be long before the visit,
 * until some time after it. What was called off is still talked about for as long.
 */
final class BookingReader {

    /** The types it reads. */
    static final Set<String> TYPES = Set.of("Appointment", "Encounter");

    private final ZoneId zone;
    private final Duration after;

    /**
     * @param zone the clinic's, in which dates without a time begin and end
     * @param after how long after a visit its patient is known at the desk
     */
    BookingReader(ZoneId zone, Duration after) {
        this.zone = zone;
        this.after = after;
    }

    /** @param now for visits with no date yet: they are known for as long from now as others from their date */
    List<Booking> of(Resource resource, Instant now) {
        if (resource instanceof Appointment appointment) {
            return appointment.getStatus() == AppointmentStatus.ENTEREDINERROR
                    ? List.of()
                    : bookings(appointment, patients(appointment), end(appointment, now));
        }
        if (resource instanceof Encounter encounter) {
            return encounter.getStatus() == EncounterStatus.ENTEREDINERROR
                    ? List.of()
                    : bookings(encounter, Stream.of(encounter.getSubject()), end(encounter, now));
        }
        return List.of();
    }

    private List<Booking> bookings(Resource source, Stream<Reference> subjects, Instant end) {
        String reference = source.fhirType() + "/" + source.getIdElement().getIdPart();
        return subjects.map(Reference::getReferenceElement)
                .filter(each -> "Patient".equals(each.getResourceType()) && each.hasIdPart())
                .map(each -> each.getIdPart())
                .distinct()
                .map(id -> new Booking(reference, new PatientId(id), ClinicPeriod.ALWAYS, end.plus(after)))
                .toList();
    }

    private static Stream<Reference> patients(Appointment appointment) {
        return appointment.getParticipant().stream().map(Appointment.AppointmentParticipantComponent::getActor);
    }

    private Instant end(Appointment appointment, Instant now) {
        if (appointment.hasEnd()) {
            return appointment.getEnd().toInstant();
        }
        return appointment.getRequestedPeriod().stream()
                .filter(Period::hasEnd)
                .map(each -> ClinicPeriod.of(each, zone).ends())
                .max(Instant::compareTo)
                .orElse(appointment.hasStart() ? appointment.getStart().toInstant() : now);
    }

    /** One that goes on, and has no end yet, is reckoned from when it was last written. */
    private Instant end(Encounter encounter, Instant now) {
        Period period = encounter.getPeriod();
        if (period.hasEnd()) {
            return ClinicPeriod.of(period, zone).ends();
        }
        Instant start = period.hasStart() ? ClinicPeriod.of(period, zone).starts() : now;
        return goesOn(encounter.getStatus()) && now.isAfter(start) ? now : start;
    }

    private static boolean goesOn(EncounterStatus status) {
        return switch (status) {
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> true;
            case PLANNED, FINISHED, CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> false;
        };
    }
}
