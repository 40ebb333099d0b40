package health.strand.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmDefinition;
import health.strand.realm.ScopeCatalogue;
import java.util.List;
import java.util.Map;

/** The demo realm as Keycloak imports it: that of a clinic, the demo's own apps and settings, and its accounts. */
final class RealmTemplate {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode realm;

    private RealmTemplate(ObjectNode realm) {
        this.realm = realm;
    }

    static RealmTemplate load() {
        RealmTemplate template = new RealmTemplate(RealmDefinition.load().json());
        template.addDemo(RealmDefinition.read("demo.json"));
        template.allow("strand-app", ScopeCatalogue.forApps());
        template.allow("strand-loader", ScopeCatalogue.forSystems());
        Persona.all().forEach(template::addAccount);
        template.moveUserProfile();
        return template;
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

    /** Lists go to what is there, anything else takes its place. */
    private void addDemo(ObjectNode demo) {
        demo.properties().forEach(member -> {
            if (member.getValue() instanceof ArrayNode list) {
                realm.withArray(member.getKey()).addAll(list);
            } else {
                realm.set(member.getKey(), member.getValue());
            }
        });
    }

    private void allow(String client, List<String> scopes) {
        scopes.forEach(client(realm, client).withArray("optionalClientScopes")::add);
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
            roles.add(RealmDefinition.STAFF);
        }
        ArrayNode credentials = user.putArray("credentials");
        credentials.addObject().put("type", "password").put("value", Persona.DEMO_PASSWORD);
        credentials.add(DemoCredential.json());
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
        return RealmDefinition.part(realm.withArray("clients"), "id", id);
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
