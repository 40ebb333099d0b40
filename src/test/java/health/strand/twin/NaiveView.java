package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.NaiveReading;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import health.strand.access.RequesterKind;
import health.strand.access.ResourceFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides one by one which resources are there for a requester, with nothing of the server but its stored JSON. */
final class NaiveView {

    private static final long BEFORE_SECONDS = 30 * 60;
    private static final long AFTER_SECONDS = 4 * 3600;
    private static final long KNOWN_SECONDS = 30L * 24 * 3600;

    private final Collection<StoredRecord> world;
    private final List<ConsentDirective> consents;
    private final NaiveFacts facts;
    private final OpenedRecords emergencies;
    private final OpenedRecords cases;
    private final Instant at;

    NaiveView(Collection<StoredRecord> world, OpenedRecords emergencies, OpenedRecords cases, Instant at) {
        this.world = world;
        this.consents = NaiveConsents.of(world);
        this.facts = new NaiveFacts(world);
        this.emergencies = emergencies;
        this.cases = cases;
        this.at = at;
    }

    /** The resources that are not there for the requester. */
    Set<StoredRecord> hidden(Requester requester) {
        Set<StoredRecord> hidden = new HashSet<>();
        health.strand.access.Requester asking = asking(requester);
        List<Reader> readers = readers(requester);
        for (StoredRecord each : world) {
            ResourceFacts read = facts.of(each);
            boolean permitted = readers.stream().anyMatch(reader -> NaiveReading.permits(reader, read, consents, at));
            if (!permitted || !NaiveReading.reaches(asking, read.dataClass())) {
                hidden.add(each);
            }
        }
        return hidden;
    }

    private health.strand.access.Requester asking(Requester requester) {
        RequesterKind kind = requester.fhirUser().isEmpty()
                ? RequesterKind.SYSTEM
                : requester.isPatient()
                        ? RequesterKind.PATIENT
                        : requester.isRepresentative() ? RequesterKind.REPRESENTATIVE : RequesterKind.STAFF;
        PatientId own = requester.isRepresentative() ? represented(requester) : patient(requester);
        return NaiveReading.requester(
                kind, requester.fhirUser(), own, roles(requester), client(requester), requester.strong());
    }

    /** As what they read: whoever has opened records reads these for the emergency too. */
    private List<Reader> readers(Requester requester) {
        Reader usual = reader(requester);
        Set<PatientId> opened = emergencies.of(requester.fhirUser());
        if (opened.isEmpty()) {
            return List.of(usual);
        }
        Map<PatientId, Relation> relations = new HashMap<>();
        opened.forEach(patient -> relations.put(patient, Relation.EMERGENCY));
        return List.of(
                usual,
                new Reader(
                        ReaderKind.STAFF,
                        usual.id(),
                        usual.roles(),
                        usual.clientRole(),
                        PurposeOfUse.BTG,
                        usual.actors(),
                        relations));
    }

    private Reader reader(Requester requester) {
        if (requester.fhirUser().isEmpty()) {
            return new Reader(
                    ReaderKind.SYSTEM, "role/system", Set.of(), ClientRole.OWN, PurposeOfUse.TREAT, Set.of(), Map.of());
        }
        PatientId own = patient(requester);
        if (own != null) {
            return new Reader(
                    ReaderKind.PATIENT,
                    requester.fhirUser(),
                    Set.of(),
                    client(requester),
                    PurposeOfUse.PATRQT,
                    Set.of(requester.fhirUser()),
                    Map.of(own, Relation.SELF));
        }
        PatientId ward = represented(requester);
        if (ward != null) {
            return new Reader(
                    ReaderKind.REPRESENTATIVE,
                    requester.fhirUser(),
                    Set.of(),
                    client(requester),
                    PurposeOfUse.FAMRQT,
                    Set.of(requester.fhirUser()),
                    Map.of(ward, Relation.REPRESENTATIVE));
        }
        Set<ClinicRole> roles = roles(requester);
        return new Reader(
                ReaderKind.STAFF,
                requester.fhirUser(),
                roles,
                ClientRole.OWN,
                roles.iterator().next().purpose(),
                actors(requester.fhirUser()),
                relations(roles, requester.fhirUser()));
    }

    private Map<PatientId, Relation> relations(Set<ClinicRole> roles, String person) {
        if (roles.contains(ClinicRole.PRIVACY_OFFICER)) {
            Map<PatientId, Relation> examined = new HashMap<>();
            cases.of(person).forEach(patient -> examined.put(patient, Relation.CASE));
            return examined;
        }
        return roles.contains(ClinicRole.RECEPTION) ? booked() : treated(person);
    }

    private static ClientRole client(Requester requester) {
        return requester.client().startsWith("strand-") ? ClientRole.OWN : ClientRole.PATIENT_APP;
    }

    private static Set<ClinicRole> roles(Requester requester) {
        Set<ClinicRole> roles = new HashSet<>();
        for (String code : requester.roles().split(",", -1)) {
            ClinicRole.fromCode(code)
                    .filter(role -> requester.purpose().isEmpty()
                            || role.purpose().name().equals(requester.purpose()))
                    .ifPresent(roles::add);
        }
        return roles;
    }

    /** Whom somebody with papers acts for. */
    private @Nullable PatientId represented(Requester requester) {
        return world.stream()
                .filter(each -> requester.isRepresentative() && each.reference().equals(requester.fhirUser()))
                .map(each -> each.body().at("/patient/reference").asText().substring("Patient/".length()))
                .map(PatientId::new)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PatientId patient(Requester requester) {
        return requester.isPatient() ? new PatientId(requester.fhirUser().substring("Patient/".length())) : null;
    }

    private Set<String> actors(String person) {
        Set<String> actors = new HashSet<>(Set.of(person));
        for (StoredRecord each : world) {
            JsonNode body = each.body();
            if (each.type().equals("PractitionerRole")
                    && body.at("/practitioner/reference").asText().equals(person)) {
                actors.add(each.reference());
                actors.add(body.at("/organization/reference").asText());
            }
            if (each.type().equals("CareTeam") && isMember(body, person)) {
                actors.add(each.reference());
            }
        }
        return actors;
    }

    private Map<PatientId, Relation> treated(String person) {
        Map<PatientId, Relation> treated = new HashMap<>();
        for (StoredRecord each : world) {
            boolean treats = !each.deleted()
                    && ((each.type().equals("CareTeam") && isMember(each.body(), person))
                            || (each.type().equals("Appointment") && isWith(each.body(), person)));
            if (treats) {
                References.under(each.body(), "reference").stream()
                        .filter(reference -> reference.startsWith("Patient/"))
                        .forEach(reference -> treated.put(
                                new PatientId(reference.substring("Patient/".length())), Relation.TREATING));
            }
        }
        return treated;
    }

    /** Whoever has an appointment to come, or was there in the last thirty days. */
    private Map<PatientId, Relation> booked() {
        Map<PatientId, Relation> booked = new HashMap<>();
        for (StoredRecord each : world) {
            boolean visit = each.type().equals("Appointment") || each.type().equals("Encounter");
            if (!each.deleted() && visit && at.isBefore(end(each.body()).plusSeconds(KNOWN_SECONDS))) {
                References.under(each.body(), "reference").stream()
                        .filter(reference -> reference.startsWith("Patient/"))
                        .forEach(reference ->
                                booked.put(new PatientId(reference.substring("Patient/".length())), Relation.BOOKED));
            }
        }
        return booked;
    }

    /** A visit with no date was written for this test just now. */
    private Instant end(JsonNode visit) {
        String end = visit.path("end").asText(visit.at("/period/end").asText(""));
        if (end.isEmpty()) {
            return at;
        }
        return end.length() == 10
                ? LocalDate.parse(end).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(end);
    }

    private static boolean isMember(JsonNode team, String person) {
        for (JsonNode member : team.path("participant")) {
            if (member.at("/member/reference").asText().equals(person) && !member.has("period")) {
                return team.path("status").asText().equals("active");
            }
        }
        return false;
    }

    private boolean isWith(JsonNode appointment, String person) {
        Instant start = Instant.parse(appointment.path("start").asText()).minusSeconds(BEFORE_SECONDS);
        Instant end = Instant.parse(appointment.path("end").asText()).plusSeconds(AFTER_SECONDS);
        return References.under(appointment, "reference").contains(person) && start.isBefore(at) && at.isBefore(end);
    }
}
