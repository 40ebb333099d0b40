package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The realm itself. What is no matter of the record's safety is set when the realm is made, and then the clinic's own. */
final class RealmSettings implements Part {

    /** Set once only: a clinic may be stricter, or have its realm disabled for a while. */
    private static final Set<String> FIRST_ONLY =
            Set.of("realm", "enabled", "sslRequired", "failureFactor", "waitIncrementSeconds");
    /** Refers to a flow, which must be there first. */
    private static final String FLOW = "browserFlow";

    private static final Set<String> TLS = Set.of("external", "all");

    private final ObjectNode wanted;
    private final String path;

    RealmSettings(ObjectNode wanted) {
        this.wanted = wanted;
        this.path = "/realms/" + wanted.path("realm").asText();
    }

    /** Makes the realm if it is missing. */
    @Override
    public List<Difference> differences(RealmState now) {
        return now.exists() ? changes(now.realm()) : List.of(creation());
    }

    /** Says by which flow people log in; after the flows. */
    List<Difference> binding(RealmState now) {
        return changes(now.realm(), Wanted.of(wanted, FLOW));
    }

    private Difference creation() {
        ObjectNode realm = wanted.objectNode();
        for (var member : wanted.properties()) {
            if (member.getValue().isValueNode() && !member.getKey().equals(FLOW)) {
                realm.set(member.getKey(), member.getValue());
            }
        }
        return Difference.missing("realm " + wanted.path("realm").asText(), AdminRequest.post("/realms", realm));
    }

    private List<Difference> changes(JsonNode now) {
        List<Difference> changes = new ArrayList<>();
        if (!TLS.contains(now.path("sslRequired").asText())) {
            changes.addAll(changes(now, Wanted.of(wanted, "sslRequired")));
        }
        for (var member : wanted.properties()) {
            String name = member.getKey();
            if (member.getValue().isValueNode() && !name.equals(FLOW) && !FIRST_ONLY.contains(name)) {
                changes.addAll(changes(now, Wanted.of(wanted, name)));
            }
        }
        return changes;
    }

    private List<Difference> changes(JsonNode now, Wanted setting) {
        return setting.gaps(now).stream()
                .map(gap -> Difference.other("realm, " + gap, AdminRequest.put(path, setting.part())))
                .toList();
    }
}
