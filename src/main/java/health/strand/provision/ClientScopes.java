package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The scopes apps may ask for, what each writes into tokens, and who may have it. */
final class ClientScopes implements Part {

    private final ObjectNode wanted;
    private final String realm;

    ClientScopes(ObjectNode wanted) {
        this.wanted = wanted;
        this.realm = wanted.path("realm").asText();
    }

    @Override
    public List<Difference> differences(RealmState now) {
        List<Difference> differences = new ArrayList<>();
        for (JsonNode scope : wanted.path("clientScopes")) {
            Optional<JsonNode> there = now.scope(scope.path("name").asText());
            if (there.isPresent()) {
                differences.addAll(attributes(scope, there.get()));
                differences.addAll(mappers(scope, there.get()));
                differences.addAll(gates(scope, there.get(), now));
            } else {
                differences.add(creation(scope, now));
            }
        }
        return differences;
    }

    /** Of a name that is not ours to give: ids are told apart over all realms of a Keycloak. */
    private Difference creation(JsonNode scope, RealmState now) {
        String name = scope.path("name").asText();
        String id = UUID.randomUUID().toString();
        ObjectNode fresh = withoutId(scope).put("id", id);
        fresh.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        List<Change> changes = new ArrayList<>();
        changes.add(Change.making(
                realm,
                fresh,
                ClientScopeRepresentation.class,
                (there, made) -> there.clientScopes().create(made)));
        List<String> roles = roles(name);
        roles.forEach(role -> changes.add(gate(id, role, now)));
        return Difference.missing(title(name) + (roles.isEmpty() ? "" : " for " + String.join(" ", roles)), changes);
    }

    private List<Difference> attributes(JsonNode scope, JsonNode there) {
        Wanted attributes = Wanted.of(scope, "name", "protocol", "attributes");
        List<String> gaps = attributes.gaps(there);
        return gaps.isEmpty()
                ? List.of()
                : List.of(Difference.other(
                        title(scope.path("name").asText()) + ", " + String.join(", ", gaps),
                        change(id(there), attributes.in(withoutMappers(there)))));
    }

    private List<Difference> mappers(JsonNode scope, JsonNode there) {
        List<Difference> differences = new ArrayList<>();
        for (JsonNode mapper : scope.path("protocolMappers")) {
            String name = mapper.path("name").asText();
            String title = title(scope.path("name").asText()) + ", mapper " + name;
            Wanted part = new Wanted(withoutId(mapper));
            Optional<JsonNode> old = RealmJson.among(there.path("protocolMappers"), "name", name);
            if (old.isEmpty()) {
                differences.add(Difference.missing(title, addition(id(there), part.part())));
            } else if (!part.gaps(old.get()).isEmpty()) {
                differences.add(Difference.other(
                        title + ", " + String.join(", ", part.gaps(old.get())),
                        change(id(there), id(old.get()), part.in(old.get()))));
            }
        }
        return differences;
    }

    private List<Difference> gates(JsonNode scope, JsonNode there, RealmState now) {
        String name = scope.path("name").asText();
        return roles(name).stream()
                .filter(role -> !now.gates(name).contains(role))
                .map(role -> Difference.other(title(name) + ", for " + role, gate(id(there), role, now)))
                .toList();
    }

    private Change change(String scope, JsonNode whole) {
        return Change.of(
                realm,
                whole,
                ClientScopeRepresentation.class,
                (there, changed) -> there.clientScopes().get(scope).update(changed));
    }

    private Change addition(String scope, JsonNode mapper) {
        return Change.making(
                realm,
                mapper,
                ProtocolMapperRepresentation.class,
                (there, added) ->
                        there.clientScopes().get(scope).getProtocolMappers().createMapper(added));
    }

    private Change change(String scope, String id, JsonNode mapper) {
        return Change.of(
                realm,
                mapper,
                ProtocolMapperRepresentation.class,
                (there, changed) ->
                        there.clientScopes().get(scope).getProtocolMappers().update(id, changed));
    }

    private Change gate(String scope, String role, RealmState now) {
        return Change.ofRoles(
                realm,
                RealmRoles.references(now, role),
                (there, roles) -> there.clientScopes()
                        .get(scope)
                        .getScopeMappings()
                        .realmLevel()
                        .add(roles));
    }

    private List<String> roles(String scope) {
        return RealmJson.rolesFor(wanted, scope);
    }

    private static String id(JsonNode there) {
        return there.path("id").asText();
    }

    private static String title(String name) {
        return "scope " + name;
    }

    private static ObjectNode withoutId(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("id");
        return copy;
    }

    private static ObjectNode withoutMappers(JsonNode scope) {
        ObjectNode copy = scope.deepCopy();
        copy.remove("protocolMappers");
        return copy;
    }
}
