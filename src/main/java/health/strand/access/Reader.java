package health.strand.access;

import java.util.Map;
import java.util.Set;

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
}
