package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.realm.RealmJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds clients of a realm. */
final class Clients {

    private Clients() {}

    /** @param realm the realm's path */
    static Optional<JsonNode> find(Administration keycloak, String realm, String clientId) {
        JsonNode found =
                keycloak.get(realm + "/clients?clientId=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8));
        return RealmJson.among(found, "clientId", clientId);
    }
}
