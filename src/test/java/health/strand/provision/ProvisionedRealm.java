package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmDefinition;
import health.strand.realm.RealmJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A realm that is as it has to be, in the form in which Keycloak tells of it; tests change something. */
final class ProvisionedRealm {

    static final String BASE = "https://record.example.org/fhir";

    final ObjectNode wanted = RealmDefinition.load().of("clinic", BASE).json();
    final ObjectNode realm = wanted.deepCopy();
    final ObjectNode profile;
    final ObjectNode record;
    final Map<String, JsonNode> executions = new HashMap<>();

    ProvisionedRealm() {
        profile = (ObjectNode) realm.remove("userProfile");
        record = ((ObjectNode) realm.remove("clients").path(0)).put("id", "record-id");
        number(realm.path("roles").path("realm"), "role-");
        number(realm.path("clientScopes"), "scope-");
        for (JsonNode scope : realm.path("clientScopes")) {
            number(scope.path("protocolMappers"), "mapper-");
        }
        number(realm.path("authenticationFlows"), "flow-");
        number(realm.path("authenticatorConfig"), "config-");
        for (JsonNode flow : realm.path("authenticationFlows")) {
            executions.put(flow.path("alias").asText(), told(flow, realm.path("authenticatorConfig")));
        }
    }

    RealmState state() {
        return new RealmState(realm, executions, profile, record);
    }

    ObjectNode scope(String name) {
        return (ObjectNode) state().scope(name).orElseThrow();
    }

    ObjectNode step(String flow, int place) {
        return (ObjectNode) steps(flow).path(place);
    }

    ArrayNode steps(String flow) {
        return (ArrayNode) Objects.requireNonNull(executions.get(flow));
    }

    void remove(String list, String member, String value) {
        remove(realm.withArray(list), member, value);
    }

    static void remove(JsonNode list, String member, String value) {
        for (int place = list.size() - 1; place >= 0; place--) {
            if (list.get(place).path(member).asText().equals(value)) {
                ((ArrayNode) list).remove(place);
            }
        }
    }

    private static void number(JsonNode list, String prefix) {
        int number = 0;
        for (JsonNode each : list) {
            ((ObjectNode) each).put("id", prefix + number++);
        }
    }

    private static ArrayNode told(JsonNode flow, JsonNode settings) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : flow.path("authenticationExecutions")) {
            ObjectNode each = steps.addObject();
            each.put("id", "step-" + steps.size())
                    .put("level", 0)
                    .put("requirement", step.path("requirement").asText())
                    .put("priority", step.path("priority").asInt());
            RealmJson.among(settings, "alias", step.path("authenticatorConfig").asText())
                    .ifPresent(found -> each.set("authenticationConfig", found.path("id")));
            if (step.has("flowAlias")) {
                each.put("displayName", step.path("flowAlias").asText()).put("flowId", "some");
            } else {
                each.put("displayName", "some")
                        .put("providerId", step.path("authenticator").asText());
            }
        }
        return steps;
    }
}
