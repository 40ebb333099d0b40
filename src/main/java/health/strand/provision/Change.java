package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * Something to be done through Keycloak's client.
 *
 * @param body what is told of it
 */
record Change(JsonNode body, Consumer<Keycloak> sending) {

    /** Changes something of a realm. */
    static <T> Change of(String realm, JsonNode body, Class<T> type, BiConsumer<RealmResource, T> sending) {
        T representation = Representations.of(body, type);
        return new Change(body, keycloak -> sending.accept(keycloak.realm(realm), representation));
    }

    /** Makes something in a realm; such requests give their answer back whatever it is. */
    static <T> Change making(
            String realm, JsonNode body, Class<T> type, BiFunction<RealmResource, T, Response> sending) {
        return of(realm, body, type, (there, representation) -> accept(sending.apply(there, representation)));
    }

    /** Gives a list of roles to something of a realm. */
    static Change ofRoles(String realm, JsonNode roles, BiConsumer<RealmResource, List<RoleRepresentation>> sending) {
        return of(
                realm,
                roles,
                RoleRepresentation[].class,
                (there, representations) -> sending.accept(there, List.of(representations)));
    }

    /** @throws WebApplicationException unless Keycloak did what it was asked for */
    static void accept(Response response) {
        try (response) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                response.bufferEntity();
                throw new WebApplicationException(response);
            }
        }
    }
}
