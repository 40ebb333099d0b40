package health.strand.smart;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document under `.well-known/smart-configuration`: what an app has to know before it asks for a token.
 *
 * <p>It lists what is true of this server and a Keycloak realm with our part in it, and nothing that is merely planned; the
 * guide names a test for each capability.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART conformance</a>
 */
public final class SmartConfiguration {

    private static final List<String> CAPABILITIES = List.of(
            "launch-ehr",
            "launch-standalone",
            "authorize-post",
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-banner",
            "context-style",
            "context-ehr-patient",
            "context-ehr-encounter",
            "context-standalone-patient",
            "permission-offline",
            "permission-online",
            "permission-patient",
            "permission-user",
            "permission-v1",
            "permission-v2");

    private final SmartProperties properties;
    private final List<String> scopes;
    /** What is offered at another address, and would be looked for at the record's if it stood above. */
    private static final List<String> APP_STATE = List.of("smart-app-state");

    private final Brand brand;
    private final String appState;

    /**
     * For a realm that can issue these scopes.
     *
     * @param appState the address at which apps keep their state
     */
    public SmartConfiguration(SmartProperties properties, List<String> scopes, Brand brand, String appState) {
        this.properties = properties;
        this.scopes = List.copyOf(scopes);
        this.brand = brand;
        this.appState = appState;
    }

    /** The document, ready to be written as JSON. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", text(properties.issuer()));
        document.put("jwks_uri", text(properties.keys()));
        document.put("authorization_endpoint", text(properties.endpoint("auth")));
        document.put("token_endpoint", text(properties.endpoint("token")));
        document.put("introspection_endpoint", text(properties.endpoint("token/introspect")));
        document.put("revocation_endpoint", text(properties.endpoint("revoke")));
        document.put("management_endpoint", text(properties.below("account")));
        document.put("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token"));
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "private_key_jwt"));
        document.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
        document.put("scopes_supported", scopes);
        document.put("user_access_brand_bundle", brand.address());
        document.put("user_access_brand_identifier", brand.identifier());
        document.put("capabilities", CAPABILITIES);
        document.put("associated_endpoints", List.of(Map.of("url", appState, "capabilities", APP_STATE)));
        return document;
    }

    private static String text(URI address) {
        return address.toString();
    }
}
