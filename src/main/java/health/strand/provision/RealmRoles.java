package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.representations.idm.RoleRepresentation;

/** The roles of accounts, and what the role everybody has consists of. */
final class RealmRoles implements Part {

    private final ObjectNode wanted;
    private final String realm;

    RealmRoles(ObjectNode wanted) {
        this.wanted = wanted;
        this.realm = wanted.path("realm").asText();
    }

    @Override
    public List<Difference> differences(RealmState now) {
        List<Difference> differences = new ArrayList<>();
        for (JsonNode role : wanted.path("roles").path("realm")) {
            String name = role.path("name").asText();
            boolean ofEverybody =
                    name.equals(wanted.path("defaultRole").path("name").asText());
            if (!ofEverybody && now.role(name).isEmpty()) {
                differences.add(Difference.missing(
                        "role " + name,
                        Change.of(
                                realm,
                                role,
                                RoleRepresentation.class,
                                (there, made) -> there.roles().create(made))));
            }
        }
        return differences;
    }

    /** What the role everybody has lacks; after the roles. Keycloak makes that role with the realm. */
    List<Difference> ofEverybody(RealmState now) {
        String name = wanted.path("defaultRole").path("name").asText();
        JsonNode role = RealmJson.among(wanted.path("roles").path("realm"), "name", name)
                .orElseThrow();
        List<Difference> differences = new ArrayList<>();
        now.role(now.realm().path("defaultRole").path("name").asText()).ifPresent(there -> {
            Set<String> parts = new HashSet<>();
            there.path("composites").path("realm").forEach(part -> parts.add(part.asText()));
            for (JsonNode part : role.path("composites").path("realm")) {
                if (!parts.contains(part.asText())) {
                    differences.add(Difference.other(
                            "role of everybody, " + part.asText() + " in it",
                            addition(there.path("id").asText(), references(now, part.asText()))));
                }
            }
        });
        return differences;
    }

    private Change addition(String id, JsonNode roles) {
        return Change.ofRoles(realm, roles, (there, added) -> there.rolesById().addComposites(id, added));
    }

    /** A list with one role, as requests name it; empty while there is no such role. */
    static ArrayNode references(RealmState now, String name) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        now.role(name)
                .ifPresent(role ->
                        roles.addObject().put("id", role.path("id").asText()).put("name", name));
        return roles;
    }
}
