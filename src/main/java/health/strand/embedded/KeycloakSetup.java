package health.strand.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmDefinition;
import java.util.Set;

/** Fits a running realm to its instance: its own secrets, its audience, and which account is whom in the record. */
public final class KeycloakSetup {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUDIENCE_MAPPER =
            "/client-scopes/fhir-audience/protocol-mappers/models/fhir-audience-mapper";

    private static final Set<String> OF_ACCOUNT_PAGES = Set.of("basic", "roles", "acr", "web-origins");

    private final RealmAdministration realm;
    private final String ownSecret;

    KeycloakSetup(int port, String ownSecret) {
        this.realm = new RealmAdministration(port, "strand-setup");
        this.ownSecret = ownSecret;
    }

    /**
     * Replaces the secrets that came with the baked realm by this instance's own. Its own client comes last, so an
     * interrupted take-over is simply done again.
     */
    void takeOver(String bakedSecret, String loaderSecret, String serverSecret) {
        if (realm.accepts(ownSecret)) {
            return;
        }
        realm.logIn(bakedSecret);
        openAccountPages();
        setSecret("strand-loader", loaderSecret);
        setSecret(RealmDefinition.RECORD_SERVER, serverSecret);
        setSecret("strand-setup", ownSecret);
    }

    /**
     * Lets the pages on which people see to their account know who somebody is and what they may change. Keycloak makes the
     * client of these pages before it imports the scopes that say so.
     */
    private void openAccountPages() {
        String pages =
                read("/clients?clientId=account-console").path(0).path("id").asText();
        for (JsonNode scope : read("/client-scopes")) {
            if (OF_ACCOUNT_PAGES.contains(scope.path("name").asText())) {
                realm.put(
                        "/clients/" + pages + "/default-client-scopes/"
                                + scope.path("id").asText(),
                        "");
            }
        }
    }

    /** Names the record that tokens of this realm are for. */
    public void setAudience(String fhirBase) {
        realm.logIn(ownSecret);
        ObjectNode mapper = (ObjectNode) read(AUDIENCE_MAPPER);
        mapper.withObject("config").put("included.custom.audience", fhirBase);
        realm.put(AUDIENCE_MAPPER, mapper.toString());
        change(RealmDefinition.RECORD_SERVER, "clientId", fhirBase);
    }

    /** Says which resource an account's person is in the record. */
    public void linkAccount(String login, String fhirUser) {
        realm.logIn(ownSecret);
        JsonNode found = read("/users?exact=true&username=" + login).path(0);
        if (!(found instanceof ObjectNode user)) {
            throw new EmbeddedFailure("the realm has no account " + login);
        }
        user.withObject("attributes").putArray("fhir_user").add(fhirUser);
        realm.put("/users/" + user.path("id").asText(), user.toString());
    }

    private void setSecret(String client, String secret) {
        change(client, "secret", secret);
    }

    private void change(String client, String member, String value) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set("clientId", read("/clients/" + client).path("clientId"));
        change.put(member, value);
        realm.put("/clients/" + client, change.toString());
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(realm.get(path));
        } catch (JsonProcessingException e) {
            throw new EmbeddedFailure("Keycloak's answer to " + path + " is not JSON", e);
        }
    }
}
