package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realm itself. What is no matter of the record's safety is set when the realm is made, and then the clinic's own. */
final class RealmSettings implements Part {

    /** Set once only: a clinic may be stricter, or have its realm disabled for a while. */
    private static final Set<String> FIRST_ONLY = Set.of(
            "realm",
            "enabled",
            "sslRequired",
            "failureFactor",
            "waitIncrementSeconds",
            "ssoSessionIdleTimeout",
            "ssoSessionMaxLifespan");
    /** Refer to flows, which must be there first. */
    private static final Set<String> FLOWS = Set.of("browserFlow", "clientAuthenticationFlow");

    /** How the codes of authenticator apps are made, which those that people have set up go by. */
    private static final String AUTHENTICATORS = "otpPolicy";

    private static final String ATTRIBUTES = "attributes";

    private static final Set<String> TLS = Set.of("external", "all");

    private final ObjectNode wanted;
    private final String name;

    RealmSettings(ObjectNode wanted) {
        this.wanted = wanted;
        this.name = wanted.path("realm").asText();
    }

    /** Makes the realm if it is missing. */
    @Override
    public List<Difference> differences(RealmState now) {
        return now.exists() ? changes(now.realm()) : List.of(creation());
    }

    /** Says by which flows people and apps are known; after the flows. */
    List<Difference> binding(RealmState now) {
        return FLOWS.stream()
                .sorted()
                .flatMap(flow -> changes(now.realm(), Wanted.of(wanted, flow)).stream())
                .toList();
    }

    private Difference creation() {
        ObjectNode realm = wanted.objectNode();
        for (var member : wanted.properties()) {
            if (isSetting(member.getValue(), member.getKey()) && !FLOWS.contains(member.getKey())) {
                realm.set(member.getKey(), member.getValue());
            }
        }
        RealmRepresentation made = Representations.of(realm, RealmRepresentation.class);
        return Difference.missing(
                "realm " + name, new Change(realm, keycloak -> keycloak.realms().create(made)));
    }

    private List<Difference> changes(JsonNode now) {
        List<Difference> changes = new ArrayList<>();
        if (!TLS.contains(now.path("sslRequired").asText())) {
            changes.addAll(changes(now, Wanted.of(wanted, "sslRequired")));
        }
        for (var member : wanted.properties()) {
            String setting = member.getKey();
            if (isSetting(member.getValue(), setting) && !FLOWS.contains(setting) && !isTheClinics(setting)) {
                changes.addAll(changes(now, Wanted.of(wanted, setting)));
            }
        }
        return changes;
    }

    private static boolean isTheClinics(String name) {
        return FIRST_ONLY.contains(name) || name.startsWith(AUTHENTICATORS);
    }

    private static boolean isSetting(JsonNode value, String name) {
        return value.isValueNode() || name.equals(ATTRIBUTES);
    }

    private Change change(ObjectNode part) {
        return Change.of(name, part, RealmRepresentation.class, RealmResource::update);
    }

    /** Keycloak drops the attributes that a change does not name. */
    private List<Difference> changes(JsonNode now, Wanted setting) {
        ObjectNode attributes = wanted.objectNode();
        if (setting.part().has(ATTRIBUTES)) {
            attributes.set(ATTRIBUTES, now.path(ATTRIBUTES));
        }
        return setting.gaps(now).stream()
                .map(gap -> Difference.other("realm, " + gap, change(setting.in(attributes))))
                .toList();
    }
}
