package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.keycloak.representations.idm.ClientRepresentation;

/** The clients of a realm. */
final class Clients {

    private Clients() {}

    static Optional<JsonNode> find(Administration keycloak, String realm, String clientId) {
        return keycloak
                .ask("look for clients", there -> there.realm(realm).clients().findByClientId(clientId))
                .stream()
                .map(Representations::json)
                .findFirst();
    }

    static Change addition(String realm, JsonNode client) {
        return Change.making(
                realm,
                client,
                ClientRepresentation.class,
                (there, added) -> there.clients().create(added));
    }

    /** @param id Keycloak's own */
    static Change change(String realm, String id, JsonNode client) {
        return Change.of(
                realm,
                client,
                ClientRepresentation.class,
                (there, changed) -> there.clients().get(id).update(changed));
    }

    static Change removal(String realm, String id) {
        return new Change(
                MissingNode.getInstance(),
                keycloak -> Change.accept(keycloak.realm(realm).clients().delete(id)));
    }
}
