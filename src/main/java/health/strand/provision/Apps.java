package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The apps registered at a realm. Its other clients are somebody else's. */
final class Apps {

    private final Administration keycloak;
    private final String realm;

    Apps(Connection connection) {
        this.keycloak = connection.keycloak();
        this.realm = connection.path();
    }

    /** Registers it; gives its secret if Keycloak made one. */
    Optional<String> add(App app) {
        requireScopes(app);
        if (Clients.find(keycloak, realm, app.name()).isPresent()) {
            throw new ProvisionFailed("the realm has a client " + app.name() + " already");
        }
        keycloak.send(AdminRequest.post(realm + "/clients", app.client()));
        if (app.kind() != AppKind.SECRET) {
            return Optional.empty();
        }
        String path = address(found(app.name())) + "/client-secret";
        return Optional.of(keycloak.get(path).path("value").asText());
    }

    private void requireScopes(App app) {
        if (keycloak.find(realm).isEmpty()) {
            throw new ProvisionFailed("there is no such realm; make it with `strand provision`");
        }
        Set<String> missing = new HashSet<>(app.needed());
        keycloak.get(realm + "/client-scopes")
                .forEach(scope -> missing.remove(scope.path("name").asText()));
        if (!missing.isEmpty()) {
            throw new ProvisionFailed("the realm does not know the scope `"
                    + missing.iterator().next() + "`; bring it up to date with `strand provision`");
        }
    }

    /** A line for each, by name. */
    List<String> list() {
        List<String> lines = new ArrayList<>();
        keycloak.get(realm + "/clients?max=10000").forEach(client -> {
            if (isApp(client)) {
                lines.add(line(client));
            }
        });
        lines.sort(String.CASE_INSENSITIVE_ORDER);
        return lines;
    }

    static String line(JsonNode client) {
        JsonNode attributes = client.path("attributes");
        List<String> parts = new ArrayList<>();
        parts.add(client.path("clientId").asText());
        parts.add(attributes.path(App.KIND_ATTRIBUTE).asText());
        if (client.path("standardFlowEnabled").asBoolean()) {
            parts.add(client.path("consentRequired").asBoolean() ? "people are asked" : "own");
        }
        client.path("redirectUris").forEach(redirect -> parts.add("redirect " + redirect.asText()));
        if (attributes.has(App.LAUNCH_ATTRIBUTE)) {
            parts.add("launch " + attributes.path(App.LAUNCH_ATTRIBUTE).asText());
        }
        if (attributes.has(App.PURPOSES_ATTRIBUTE)) {
            parts.add("purposes " + attributes.path(App.PURPOSES_ATTRIBUTE).asText());
        }
        parts.add(client.path("optionalClientScopes").size() + " scopes");
        return String.join(", ", parts);
    }

    void remove(String name) {
        ObjectNode client = found(name);
        if (!isApp(client)) {
            throw new ProvisionFailed(name + " is a client that `strand app add` did not make");
        }
        keycloak.send(AdminRequest.delete(address(client)));
    }

    private ObjectNode found(String name) {
        return (ObjectNode) Clients.find(keycloak, realm, name)
                .orElseThrow(() -> new ProvisionFailed("the realm has no app " + name));
    }

    private String address(JsonNode client) {
        return realm + "/clients/" + client.path("id").asText();
    }

    private static boolean isApp(JsonNode client) {
        return client.path("attributes").has(App.KIND_ATTRIBUTE);
    }
}
