package health.strand.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * That somebody signed in or out, or got a token, or tried to: what the record server puts into its trail.
 *
 * @param deed {@code login}, {@code logout} or {@code token}
 * @param grant by what a token was asked for; null for the others
 * @param event as Keycloak has it
 */
record SignIn(String deed, @Nullable String grant, Event event) {

    private static final String SIGN_IN = "https://strand.health/secevent/sign-in";
    private static final String FHIR_USER = "fhir_user";

    /** Empty for what is none. */
    static Optional<SignIn> of(Event event) {
        EventType type = event.getType();
        return Optional.ofNullable(
                switch (type) {
                    case LOGIN, LOGIN_ERROR -> new SignIn("login", null, event);
                    case LOGOUT -> new SignIn("logout", null, event);
                    case CODE_TO_TOKEN, CODE_TO_TOKEN_ERROR -> new SignIn("token", "authorization_code", event);
                    case REFRESH_TOKEN, REFRESH_TOKEN_ERROR -> new SignIn("token", "refresh_token", event);
                    case CLIENT_LOGIN, CLIENT_LOGIN_ERROR -> new SignIn("token", "client_credentials", event);
                    default -> null;
                });
    }

    /** Signed with the realm's key, for the record at this address. What somebody typed for a name is not told. */
    String token(KeycloakSession keycloak, String base) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("event_timestamp", event.getTime());
        said.put("deed", deed);
        put(said, "grant", grant);
        put(said, "fhir_user", fhirUser(keycloak));
        put(said, "client", event.getClientId());
        put(said, "address", event.getIpAddress());
        put(said, "error", event.getError());
        return SecurityEventToken.of(keycloak, base, Map.of("format", "complex"), SIGN_IN, said);
    }

    private @Nullable String fhirUser(KeycloakSession keycloak) {
        UserModel user = event.getUserId() == null
                ? null
                : keycloak.users().getUserById(keycloak.getContext().getRealm(), event.getUserId());
        return user == null ? null : user.getFirstAttribute(FHIR_USER);
    }

    private static void put(Map<String, Object> said, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            said.put(name, value);
        }
    }
}
