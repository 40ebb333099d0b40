package health.strand.careteam;

import health.strand.access.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads from care teams, appointments and encounters who treats whom, and when. */
final class TreatmentReader {

    /** The types it reads. */
    static final Set<String> TYPES = Set.of("CareTeam", "Appointment", "Encounter");

    private static final Set<AppointmentStatus> TAKING_PLACE = Set.of(
            AppointmentStatus.BOOKED,
            AppointmentStatus.ARRIVED,
            AppointmentStatus.CHECKEDIN,
            AppointmentStatus.FULFILLED);
    private static final Set<EncounterStatus> NOT_TAKING_PLACE = Set.of(
            EncounterStatus.PLANNED, EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR, EncounterStatus.NULL);

    private final ZoneId zone;
    private final Duration before;
    private final Duration after;
    private final Function<String, @Nullable String> practitionerOf;

    /**
     * @param zone the clinic's, in which dates without a time begin and end
     * @param before how long before an appointment or encounter its people may prepare
     * @param after how long after it they may finish their notes
     * @param practitionerOf the practitioner behind a {@code PractitionerRole/x}, if it is known
     */
    TreatmentReader(ZoneId zone, Duration before, Duration after, Function<String, @Nullable String> practitionerOf) {
        this.zone = zone;
        this.before = before;
        this.after = after;
        this.practitionerOf = practitionerOf;
    }

    List<Treatment> of(Resource resource) {
        List<Treatment> found = new ArrayList<>();
        if (resource instanceof CareTeam team) {
            team(team, found);
        } else if (resource instanceof Appointment appointment) {
            appointment(appointment, found);
        } else if (resource instanceof Encounter encounter) {
            encounter(encounter, found);
        }
        return found;
    }

    private void team(CareTeam team, List<Treatment> found) {
        if (team.getStatus() != CareTeam.CareTeamStatus.ACTIVE) {
            return;
        }
        ClinicPeriod whole = ClinicPeriod.of(team.getPeriod(), zone);
        team.getParticipant()
                .forEach(each -> add(
                        found,
                        team,
                        team.getSubject(),
                        each.getMember(),
                        whole.and(ClinicPeriod.of(each.getPeriod(), zone))));
    }

    private void appointment(Appointment appointment, List<Treatment> found) {
        if (!TAKING_PLACE.contains(appointment.getStatus()) || !appointment.hasStart() || !appointment.hasEnd()) {
            return;
        }
        ClinicPeriod window =
                window(appointment.getStart().toInstant(), appointment.getEnd().toInstant());
        List<Reference> people = appointment.getParticipant().stream()
                .filter(each -> each.getStatus() != Appointment.ParticipationStatus.DECLINED)
                .map(Appointment.AppointmentParticipantComponent::getActor)
                .toList();
        people.forEach(patient -> people.forEach(person -> add(found, appointment, patient, person, window)));
    }

    private void encounter(Encounter encounter, List<Treatment> found) {
        if (NOT_TAKING_PLACE.contains(encounter.getStatus())
                || !encounter.getPeriod().hasStart()) {
            return;
        }
        boolean open = !encounter.getPeriod().hasEnd() && encounter.getStatus() != EncounterStatus.FINISHED;
        ClinicPeriod period = ClinicPeriod.of(encounter.getPeriod(), zone);
        Instant end = encounter.getPeriod().hasEnd() ? period.ends() : period.starts();
        ClinicPeriod window =
                open ? new ClinicPeriod(period.starts().minus(before), period.ends()) : window(period.starts(), end);
        encounter
                .getParticipant()
                .forEach(each -> add(found, encounter, encounter.getSubject(), each.getIndividual(), window));
    }

    private ClinicPeriod window(Instant start, Instant end) {
        return new ClinicPeriod(start.minus(before), end.plus(after));
    }

    private void add(List<Treatment> found, Resource source, Reference subject, Reference person, ClinicPeriod period) {
        String patient = id(subject, "Patient");
        String practitioner = practitioner(person);
        if (patient != null && practitioner != null && period.starts().isBefore(period.ends())) {
            found.add(new Treatment(
                    source.fhirType() + "/" + source.getIdElement().getIdPart(),
                    new PatientId(patient),
                    practitioner,
                    period.starts(),
                    period.ends()));
        }
    }

    private @Nullable String practitioner(Reference person) {
        String id = id(person, "Practitioner");
        if (id != null) {
            return "Practitioner/" + id;
        }
        String role = id(person, "PractitionerRole");
        return role == null ? null : practitionerOf.apply(role);
    }

    private static @Nullable String id(Reference reference, String type) {
        return type.equals(reference.getReferenceElement().getResourceType())
                ? reference.getReferenceElement().getIdPart()
                : null;
    }
}
