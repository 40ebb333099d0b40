package health.strand.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds things in a realm as Keycloak's files and answers have it: lists of objects that are told apart by a member. */
public final class RealmJson {

    private RealmJson() {}

    /** The one of a list whose member has this value. */
    public static Optional<JsonNode> among(JsonNode list, String member, String value) {
        for (JsonNode each : list) {
            if (each.path(member).asText().equals(value)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The roles that a realm's scope is for; none for a scope that is for everybody. */
    public static List<String> rolesFor(JsonNode realm, String scope) {
        List<String> roles = new ArrayList<>();
        among(realm.path("scopeMappings"), "clientScope", scope)
                .ifPresent(mapping -> mapping.path("roles").forEach(role -> roles.add(role.asText())));
        return List.copyOf(roles);
    }
}
