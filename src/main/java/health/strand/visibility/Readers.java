package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The readers to decide about, as the picture shows them at one instant. Each is made once, with as much of the consents as
 * means them: that is asked about every cell.
 */
final class Readers {

    /** A reader, and what they hear of the consents. */
    record Asked(Reader reader, List<ConsentDirective> consents) {}

    private record Key(String who, Set<ClinicRole> roles, PurposeOfUse purpose, String client) {}

    private final Picture picture;
    private final Instant at;
    private final Map<Key, Asked> made = new HashMap<>();
    private @Nullable Map<String, Set<ClinicRole>> roles;

    Readers(Picture picture, Instant at) {
        this.picture = picture;
        this.at = at;
    }

    Picture picture() {
        return picture;
    }

    Instant at() {
        return at;
    }

    /** The roles in which somebody acts for a purpose. */
    Set<ClinicRole> acting(String person, PurposeOfUse purpose) {
        Map<String, Set<ClinicRole>> held = roles;
        if (held == null) {
            held = picture.rolesAt(at);
            roles = held;
        }
        return Picture.acting(held.getOrDefault(person, Set.of()), purpose);
    }

    Asked owner(PatientId patient, String client, ClientRole role) {
        String own = "Patient/" + patient;
        return asked(
                own,
                Set.of(),
                PurposeOfUse.PATRQT,
                client,
                ReaderKind.PATIENT,
                role,
                () -> Map.of(patient, Relation.SELF));
    }

    /** Somebody who acts for those of the patients they have a mandate for. */
    Asked representative(String person, String client, ClientRole role) {
        return asked(person, Set.of(), PurposeOfUse.FAMRQT, client, ReaderKind.REPRESENTATIVE, role, () -> {
            Map<PatientId, Relation> relations = new HashMap<>();
            picture.representedBy(person, at).forEach(patient -> relations.put(patient, Relation.REPRESENTATIVE));
            return relations;
        });
    }

    /** Somebody in those of their roles that are there for a purpose. */
    Asked person(String person, Set<ClinicRole> roles, PurposeOfUse purpose, String client, ClientRole role) {
        return asked(person, roles, purpose, client, ReaderKind.STAFF, role, () -> {
            Map<PatientId, Relation> relations = new HashMap<>();
            picture.treatedBy(person, at).forEach(patient -> relations.put(patient, Relation.TREATING));
            relations.putAll(atDesk(purpose));
            if (purpose == PurposeOfUse.HCOMPL) {
                picture.examinedBy(person, at).forEach(patient -> relations.put(patient, Relation.CASE));
            }
            return relations;
        });
    }

    /** Somebody who treats, in the records they have opened in an emergency. */
    Asked inEmergency(String person, Set<ClinicRole> roles, String client, ClientRole role) {
        return asked(person, roles, PurposeOfUse.BTG, client, ReaderKind.STAFF, role, () -> {
            Map<PatientId, Relation> relations = new HashMap<>();
            picture.openedBy(person, at).forEach(patient -> relations.put(patient, Relation.EMERGENCY));
            return relations;
        });
    }

    /** Anybody in a role, of whom nothing else is known. */
    Asked anybody(ClinicRole role, String client, ClientRole clientRole) {
        String holder = "role/" + role.code();
        return asked(
                holder,
                Set.of(role),
                role.purpose(),
                client,
                ReaderKind.STAFF,
                clientRole,
                () -> atDesk(role.purpose()));
    }

    /** Whoever is at the desk knows whom it knows. */
    private Map<PatientId, Relation> atDesk(PurposeOfUse purpose) {
        Map<PatientId, Relation> relations = new HashMap<>();
        if (purpose == PurposeOfUse.PATADMIN) {
            picture.booked(at).forEach(patient -> relations.put(patient, Relation.BOOKED));
        }
        return relations;
    }

    /** A back end of the clinic itself, or the named one of somebody else. */
    Asked system(String client, ClientRole role) {
        String itself = client.isEmpty() ? "role/system" : "client/" + client;
        return asked(itself, Set.of(), PurposeOfUse.TREAT, client, ReaderKind.SYSTEM, role, Map::of);
    }

    private Asked asked(
            String who,
            Set<ClinicRole> roles,
            PurposeOfUse purpose,
            String client,
            ReaderKind kind,
            ClientRole clientRole,
            Supplier<Map<PatientId, Relation>> relations) {
        Key key = new Key(who, roles, purpose, client);
        Asked known = made.get(key);
        if (known == null) {
            boolean unnamed = kind == ReaderKind.STAFF && who.startsWith("role/") || kind == ReaderKind.SYSTEM;
            Set<String> actors = actors(unnamed ? "" : who, client);
            Reader reader = new Reader(kind, who, roles, clientRole, purpose, actors, relations.get());
            known = new Asked(
                    reader,
                    picture.directives().stream()
                            .map(each -> each.heardBy(reader, at))
                            .toList());
            made.put(key, known);
        }
        return known;
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
