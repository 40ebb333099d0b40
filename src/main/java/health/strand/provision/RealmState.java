package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is of a realm at Keycloak.
 *
 * @param realm as Keycloak exports it, without users and clients; empty when there is no such realm
 * @param executions the steps of each of our log-in flows that is there, by its alias
 * @param profile what accounts consist of
 * @param record the client of the record server; missing when there is none
 */
record RealmState(JsonNode realm, Map<String, JsonNode> executions, JsonNode profile, JsonNode record) {

    static RealmState none() {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new RealmState(empty, Map.of(), empty, MissingNode.getInstance());
    }

    static RealmState read(Administration keycloak, ObjectNode wanted) {
        String name = wanted.path("realm").asText();
        return keycloak.find("read the realm", there -> there.realm(name).toRepresentation())
                .map(there -> new RealmState(
                        exported(keycloak, name),
                        executions(keycloak, wanted),
                        keycloak.ask(
                                "read the profile of accounts",
                                each -> each.proxy(AccountProfile.class).get(name)),
                        record(keycloak, wanted)))
                .orElseGet(RealmState::none);
    }

    private static JsonNode exported(Administration keycloak, String name) {
        return Representations.json(
                keycloak.ask("export the realm", there -> there.realm(name).partialExport(true, false)));
    }

    private static Map<String, JsonNode> executions(Administration keycloak, ObjectNode wanted) {
        String name = wanted.path("realm").asText();
        Map<String, JsonNode> executions = new HashMap<>();
        for (JsonNode flow : wanted.path("authenticationFlows")) {
            String alias = flow.path("alias").asText();
            keycloak.find("read flows", there -> there.realm(name).flows().getExecutions(alias))
                    .ifPresent(steps -> executions.put(alias, Representations.json(steps)));
        }
        return executions;
    }

    private static JsonNode record(Administration keycloak, ObjectNode wanted) {
        String name = wanted.path("clients").path(0).path("clientId").asText();
        return Clients.find(keycloak, wanted.path("realm").asText(), name).orElse(MissingNode.getInstance());
    }

    boolean exists() {
        return !realm.isEmpty();
    }

    Optional<JsonNode> role(String name) {
        return RealmJson.among(realm.path("roles").path("realm"), "name", name);
    }

    Optional<JsonNode> scope(String name) {
        return RealmJson.among(realm.path("clientScopes"), "name", name);
    }

    Optional<JsonNode> flow(String alias) {
        return RealmJson.among(realm.path("authenticationFlows"), "alias", alias);
    }

    /** The roles a scope is for; none for a scope that is for everybody. */
    List<String> gates(String scope) {
        return RealmJson.rolesFor(realm, scope);
    }
}
