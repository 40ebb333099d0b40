package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
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
        this.realm = connection.realm();
    }

    /** Registers it; gives its secret if Keycloak made one. */
    Optional<String> add(App app) {
        requireScopes(app);
        if (Clients.find(keycloak, realm, app.name()).isPresent()) {
            throw new ProvisionFailed("the realm has a client " + app.name() + " already");
        }
        keycloak.send("add the app", Clients.addition(realm, app.client()));
        if (app.kind() != AppKind.SECRET) {
            return Optional.empty();
        }
        String id = id(found(app.name()));
        return Optional.of(keycloak.ask(
                "read the secret of the app",
                there -> there.realm(realm).clients().get(id).getSecret().getValue()));
    }

    private void requireScopes(App app) {
        Set<String> missing = new HashSet<>(app.needed());
        keycloak.find(
                        "read the scopes",
                        there -> there.realm(realm).clientScopes().findAll())
                .orElseThrow(() -> new ProvisionFailed("there is no such realm; make it with `strand provision`"))
                .forEach(scope -> missing.remove(scope.getName()));
        if (!missing.isEmpty()) {
            throw new ProvisionFailed("the realm does not know the scope `"
                    + missing.iterator().next() + "`; bring it up to date with `strand provision`");
        }
    }

    /** A line for each, by name. */
    List<String> list() {
        return keycloak.ask("list apps", there -> there.realm(realm).clients().findAll()).stream()
                .map(Representations::json)
                .filter(Apps::isApp)
                .map(Apps::line)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
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
        JsonNode client = found(name);
        if (!isApp(client)) {
            throw new ProvisionFailed(name + " is a client that `strand app add` did not make");
        }
        keycloak.send("remove the app", Clients.removal(realm, id(client)));
    }

    private JsonNode found(String name) {
        return Clients.find(keycloak, realm, name)
                .orElseThrow(() -> new ProvisionFailed("the realm has no app " + name));
    }

    private static String id(JsonNode client) {
        return client.path("id").asText();
    }

    private static boolean isApp(JsonNode client) {
        return client.path("attributes").has(App.KIND_ATTRIBUTE);
    }
}
