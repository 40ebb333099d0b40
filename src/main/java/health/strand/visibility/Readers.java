package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The readers to decide about, as the picture shows them at one instant. */
final class Readers {

    private final Picture picture;
    private final Instant at;

    Readers(Picture picture, Instant at) {
        this.picture = picture;
        this.at = at;
    }

    Reader owner(PatientId patient, String client, ClientRole role) {
        String own = "Patient/" + patient;
        return new Reader(
                ReaderKind.PATIENT,
                own,
                Set.of(),
                role,
                PurposeOfUse.PATRQT,
                actors(own, client),
                Map.of(patient, Relation.SELF));
    }

    /** Somebody who acts for those of the patients they have a mandate for. */
    Reader representative(String person, String client, ClientRole role) {
        Map<PatientId, Relation> relations = new HashMap<>();
        picture.representedBy(person, at).forEach(patient -> relations.put(patient, Relation.REPRESENTATIVE));
        return new Reader(
                ReaderKind.REPRESENTATIVE,
                person,
                Set.of(),
                role,
                PurposeOfUse.FAMRQT,
                actors(person, client),
                relations);
    }

    /** Somebody in those of their roles that are there for a purpose. */
    Reader person(String person, Set<ClinicRole> roles, PurposeOfUse purpose, String client, ClientRole role) {
        Map<PatientId, Relation> relations = new HashMap<>();
        picture.treatedBy(person, at).forEach(patient -> relations.put(patient, Relation.TREATING));
        return new Reader(ReaderKind.STAFF, person, roles, role, purpose, actors(person, client), relations);
    }

    /** Anybody in a role, of whom nothing else is known. */
    Reader anybody(ClinicRole role, String client, ClientRole clientRole) {
        return new Reader(
                ReaderKind.STAFF,
                "role/" + role.code(),
                Set.of(role),
                clientRole,
                role.purpose(),
                actors("", client),
                Map.of());
    }

    /** A back end of the clinic itself, or the named one of somebody else. */
    Reader system(String client, ClientRole role) {
        return new Reader(
                ReaderKind.SYSTEM,
                client.isEmpty() ? "role/system" : "client/" + client,
                Set.of(),
                role,
                PurposeOfUse.TREAT,
                actors("", client),
                Map.of());
    }

    private Set<String> actors(String person, String client) {
        Set<String> all = new HashSet<>();
        if (!person.isEmpty()) {
            all.addAll(picture.actors(person, at));
        }
        if (!client.isEmpty()) {
            all.addAll(picture.actors("client/" + client, at));
        }
        return all;
    }
}
