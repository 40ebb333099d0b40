package health.strand.audit;

import java.util.List;

/**
 * Who asked, by ids alone.
 *
 * @param person the resource that stands for the person, like {@code Practitioner/x}; empty for a system
 * @param client the app, by its client id; empty when the server did it by itself
 * @param roles codes of the roles in which the person acted, sorted
 * @param purposes codes of v3-ActReason, sorted
 * @param address from where, as the server sees it
 * @param request the request's id
 */
public record Actor(
        String person, String client, List<String> roles, List<String> purposes, String address, String request) {

    public Actor {
        roles = List.copyOf(roles);
        purposes = List.copyOf(purposes);
    }

    /** The server, when nobody asked. */
    public static Actor server() {
        return new Actor("", "", List.of(), List.of(), "", "");
    }
}
