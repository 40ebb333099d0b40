package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/**
 * The flows by which people log in. Steps that somebody added, such as a second factor or another identity provider, stay:
 * the launch is a required step of the outermost flow, so nothing beside it can go past it.
 */
final class LoginFlows implements Part {

    private final ObjectNode wanted;
    private final String realm;
    private final StepSettings settings;

    LoginFlows(ObjectNode wanted) {
        this.wanted = wanted;
        this.realm = wanted.path("realm").asText();
        this.settings = new StepSettings(wanted);
    }

    /** The innermost flow first: the others refer to it. */
    @Override
    public List<Difference> differences(RealmState now) {
        List<Difference> differences = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        JsonNode flows = wanted.path("authenticationFlows");
        for (int place = flows.size() - 1; place >= 0; place--) {
            JsonNode flow = flows.get(place);
            String alias = flow.path("alias").asText();
            Optional<JsonNode> there = now.flow(alias);
            ids.put(
                    alias,
                    there.map(each -> each.path("id").asText())
                            .orElseGet(() -> UUID.randomUUID().toString()));
            if (there.isPresent()) {
                differences.addAll(changes(flow, now, ids));
            } else {
                differences.add(creation(flow, ids));
            }
        }
        return differences;
    }

    private Difference creation(JsonNode flow, Map<String, String> ids) {
        String alias = flow.path("alias").asText();
        ObjectNode fresh = flow.deepCopy();
        fresh.remove("authenticationExecutions");
        fresh.put("id", ids.get(alias));
        List<Change> changes = new ArrayList<>();
        changes.add(Change.making(
                realm,
                fresh,
                AuthenticationFlowRepresentation.class,
                (there, made) -> there.flows().createFlow(made)));
        flow.path("authenticationExecutions").forEach(step -> changes.addAll(addition(step, alias, ids)));
        return Difference.missing("flow " + alias, changes);
    }

    private List<Change> addition(JsonNode step, String alias, Map<String, String> ids) {
        String id = UUID.randomUUID().toString();
        ObjectNode fresh = step.deepCopy();
        fresh.put("id", id);
        fresh.put("parentFlow", ids.get(alias));
        fresh.remove("authenticatorConfig");
        if (step.has("flowAlias")) {
            fresh.remove("flowAlias");
            fresh.put("flowId", ids.get(step.path("flowAlias").asText()));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(Change.making(
                realm,
                fresh,
                AuthenticationExecutionRepresentation.class,
                (there, added) -> there.flows().addExecution(added)));
        settings.of(step).ifPresent(each -> changes.add(settings.addition(id, each)));
        return changes;
    }

    private List<Difference> changes(JsonNode flow, RealmState now, Map<String, String> ids) {
        String alias = flow.path("alias").asText();
        JsonNode steps = now.executions().getOrDefault(alias, MissingNode.getInstance());
        List<Difference> differences = new ArrayList<>();
        boolean inOrder = inOrder(flow, steps);
        for (JsonNode step : flow.path("authenticationExecutions")) {
            String title = "flow " + alias + ", step " + name(step);
            Optional<JsonNode> there = matching(step, steps);
            if (there.isEmpty()) {
                differences.add(Difference.missing(title, addition(step, alias, ids)));
                continue;
            }
            Wanted held = inOrder ? Wanted.of(step, "requirement") : Wanted.of(step, "requirement", "priority");
            differences.addAll(settings.differences(title, step, there.get(), now));
            List<String> gaps = held.gaps(there.get());
            if (!gaps.isEmpty()) {
                differences.add(
                        Difference.other(title + ", " + String.join(", ", gaps), change(alias, held.in(there.get()))));
            }
        }
        return differences;
    }

    private Change change(String alias, JsonNode step) {
        return Change.of(
                realm,
                step,
                AuthenticationExecutionInfoRepresentation.class,
                (there, changed) -> there.flows().updateExecutions(alias, changed));
    }

    /** Whether ours come in our order; the numbers are Keycloak's, or whoever's who has moved something. */
    private static boolean inOrder(JsonNode flow, JsonNode steps) {
        int last = Integer.MIN_VALUE;
        for (JsonNode step : flow.path("authenticationExecutions")) {
            int priority = matching(step, steps)
                    .map(each -> each.path("priority").asInt())
                    .orElse(step.path("priority").asInt());
            if (priority <= last) {
                return false;
            }
            last = priority;
        }
        return true;
    }

    private static Optional<JsonNode> matching(JsonNode step, JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(each -> each.path("level").asInt() == 0)
                .filter(each -> step.path("authenticatorFlow").asBoolean()
                        ? each.path("displayName").asText().equals(name(step)) && each.has("flowId")
                        : each.path("providerId").asText().equals(name(step)))
                .findFirst();
    }

    private static String name(JsonNode step) {
        return step.path("authenticatorFlow").asBoolean()
                ? step.path("flowAlias").asText()
                : step.path("authenticator").asText();
    }
}
