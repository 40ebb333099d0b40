package health.strand.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who would read, at one moment.
 *
 * @param id such as {@code Practitioner/1}, {@code Patient/1} or {@code client/loader}
 * @param roles from the clinic's registry as it is at that moment
 * @param actors every reference by which a consent may name this reader: the person, PractitionerRoles, Organizations
 *     up the part-of chain, CareTeams, Groups, Devices, {@code client/<id>}, and identifiers as {@code system|value}
 * @param relations to the patients; whoever is not in it is a stranger
 */
public record Reader(
        ReaderKind kind,
        String id,
        Set<ClinicRole> roles,
        ClientRole clientRole,
        PurposeOfUse purpose,
        Set<String> actors,
        Map<PatientId, Relation> relations) {

    public Reader {
        roles = Set.copyOf(roles);
        actors = Set.copyOf(actors);
        relations = Map.copyOf(relations);
    }

    /** What this reader is to a patient. */
    public Relation to(PatientId patient) {
        return relations.getOrDefault(patient, Relation.NONE);
    }

    /** The same for another purpose. */
    Reader acting(PurposeOfUse other) {
        return new Reader(kind, id, roles, clientRole, other, actors, relations);
    }

    /** The requester who is this reader, with an app that asks for all it can. */
    public Requester through(String client, boolean strong) {
        return new Requester(
                "",
                id,
                client,
                clientRole,
                // an emergency is nothing that tokens name
                TokenPurpose.of((purpose == PurposeOfUse.BTG ? PurposeOfUse.TREAT : purpose).code()),
                switch (kind) {
                    case PATIENT -> RequesterKind.PATIENT;
                    case REPRESENTATIVE -> RequesterKind.REPRESENTATIVE;
                    case STAFF -> RequesterKind.STAFF;
                    case SYSTEM -> RequesterKind.SYSTEM;
                },
                relations.entrySet().stream()
                        .filter(each -> each.getValue() == Relation.SELF || each.getValue() == Relation.REPRESENTATIVE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                null,
                roles,
                Scopes.of(Scope.of(
                        kind == ReaderKind.SYSTEM ? ScopeContext.SYSTEM : ScopeContext.USER,
                        Scope.ANY_TYPE,
                        Permission.READ,
                        Permission.SEARCH)),
                strong ? Assurance.STRONG : Assurance.BASIC,
                relations.entrySet().stream()
                        .filter(each -> each.getValue() == Relation.EMERGENCY)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
