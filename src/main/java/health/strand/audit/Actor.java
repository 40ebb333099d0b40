package health.strand.audit;

import health.strand.access.PatientId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, by ids alone.
 *
 * @param person the resource that stands for the person, like {@code Practitioner/x}; empty for a system
 * @param client the app, by its client id; empty when the server did it by itself
 * @param roles codes of the roles in which the person acted, sorted
 * @param purposes codes of v3-ActReason, sorted
 * @param address from where, as the server sees it
 * @param request the request's id
 * @param emergencies the patients whose records the person has open in an emergency
 */
public record Actor(
        String person,
        String client,
        List<String> roles,
        List<String> purposes,
        String address,
        String request,
        Set<PatientId> emergencies) {

    public Actor {
        roles = List.copyOf(roles);
        purposes = List.copyOf(purposes);
        emergencies = Set.copyOf(emergencies);
    }

    /** The server, when nobody asked. */
    public static Actor server() {
        return new Actor("", "", List.of(), List.of(), "", "", Set.of());
    }

    /** The same as it stands to one patient: a record that was opened in an emergency is read for nothing else. */
    Actor towards(@Nullable PatientId patient) {
        boolean emergency = patient != null && emergencies.contains(patient);
        return new Actor(person, client, roles, emergency ? List.of("BTG") : purposes, address, request, Set.of());
    }
}
