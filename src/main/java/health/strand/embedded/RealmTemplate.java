package health.strand.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The demo realm as Keycloak imports it: the file a person reads, plus what is tedious to write by hand. */
final class RealmTemplate {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private final ObjectNode realm;

    private RealmTemplate(ObjectNode realm) {
        this.realm = realm;
    }

    static RealmTemplate load() {
        try (InputStream in = RealmTemplate.class.getResourceAsStream("/keycloak/realm.json")) {
            RealmTemplate template = new RealmTemplate((ObjectNode) JSON.readTree(in));
            template.addScopes("strand-app", ScopeCatalogue.forApps());
            template.addScopes("strand-loader", ScopeCatalogue.forSystems());
            Persona.all().forEach(template::addAccount);
            template.moveUserProfile();
            return template;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int scopes() {
        return realm.withArray("clientScopes").size();
    }

    /** What the realm was made from; random secrets are no part of it. */
    String content() {
        return text(realm);
    }

    String withSecrets(Map<String, String> secretByClient) {
        ObjectNode copy = realm.deepCopy();
        secretByClient.forEach((client, secret) -> client(copy, client).put("secret", secret));
        return text(copy);
    }

    /** Bare: Keycloak's defaults are right, and every attribute would make the import slower by its square. */
    private void addScopes(String client, List<String> names) {
        ArrayNode optional = client(realm, client).withArray("optionalClientScopes");
        for (String name : names) {
            optional.add(name);
            ObjectNode scope = realm.withArray("clientScopes").addObject();
            scope.put("name", name).put("protocol", "openid-connect");
            if (name.startsWith("user/")) {
                ObjectNode gate = realm.withArray("scopeMappings").addObject();
                gate.put("clientScope", name).putArray("roles").add("staff");
            }
        }
    }

    private void addAccount(Persona persona) {
        ObjectNode user = realm.withArray("users").addObject();
        user.put("username", persona.login())
                .put("enabled", true)
                .put("firstName", persona.givenName())
                .put("lastName", persona.familyName())
                .put("email", persona.login() + "@example.org")
                .put("emailVerified", true);
        ArrayNode roles = user.putArray("realmRoles").add("default-roles-strand");
        if (!persona.patientApp()) {
            roles.add("staff");
        }
        user.putArray("credentials").addObject().put("type", "password").put("value", Persona.DEMO_PASSWORD);
    }

    /** Keycloak wants the profile as a text inside a component. */
    private void moveUserProfile() {
        JsonNode profile = realm.remove("userProfile");
        ObjectNode component = realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject();
        component.put("providerId", "declarative-user-profile");
        component.putObject("config").putArray("kc.user.profile.config").add(text(profile));
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        for (JsonNode client : realm.withArray("clients")) {
            if (client.path("id").asText().equals(id)) {
                return (ObjectNode) client;
            }
        }
        throw new IllegalStateException("the realm has no client " + id);
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
