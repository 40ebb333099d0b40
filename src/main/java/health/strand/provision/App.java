package health.strand.provision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.ScopeCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An app to be registered.
 *
 * @param own whether it is the clinic's own, so that people are not asked whether it may have what it asks for
 * @param keys empty for an app without
 * @param purposes what a back end may want data for
 */
record App(
        String name,
        AppKind kind,
        boolean own,
        AppAddresses addresses,
        Optional<AppKeys> keys,
        List<String> purposes,
        List<String> scopes) {

    static final Set<String> OPTIONS =
            Set.of("--kind", "--redirect", "--launch-url", "--jwks-url", "--jwks-file", "--purposes", "--scopes");
    static final String OWN = "--own";

    /** Marks the clients that are apps of this command; the others are left alone. */
    static final String KIND_ATTRIBUTE = "strand.app";

    static final String LAUNCH_ATTRIBUTE = "strand.launch-url";
    static final String PURPOSES_ATTRIBUTE = "strand.purposes";

    /** Assertions of SMART apps last five minutes and often do not say when they began. */
    private static final String LONGEST_ASSERTION_SECONDS = "305";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    static App of(String name, Arguments arguments) {
        if (!NAME.matcher(name).matches()) {
            throw new ProvisionFailed("the name of an app is of letters, digits, dots, dashes and underscores");
        }
        AppKind kind = AppKind.of(arguments.needed("--kind"));
        boolean own = arguments.has(OWN);
        if (own && !kind.isForPeople()) {
            throw new ProvisionFailed("--own says that people are not asked; a backend asks nobody");
        }
        Optional<AppKeys> keys = AppKeys.of(arguments);
        if (kind.hasKeys() && keys.isEmpty()) {
            throw new ProvisionFailed("an app of the kind " + kind.text() + " needs --jwks-url or --jwks-file");
        }
        if (!kind.hasKeys() && keys.isPresent()) {
            throw new ProvisionFailed("an app of the kind " + kind.text() + " has no keys");
        }
        return new App(
                name,
                kind,
                own,
                AppAddresses.of(arguments, kind),
                keys,
                AppScopes.purposes(arguments, kind),
                AppScopes.of(arguments, kind));
    }

    /** As Keycloak wants to be told of it. */
    ObjectNode client() {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.put("clientId", name)
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("publicClient", kind == AppKind.PUBLIC)
                .put("standardFlowEnabled", kind.isForPeople())
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", !kind.isForPeople())
                .put("fullScopeAllowed", false)
                .put("consentRequired", kind.isForPeople() && !own)
                .put("clientAuthenticatorType", kind.hasKeys() ? "client-jwt" : "client-secret");
        addresses.redirects().forEach(client.putArray("redirectUris")::add);
        if (kind.isForPeople()) {
            client.putArray("webOrigins").add("+");
        }
        List.of("basic", "acr", kind.isForPeople() ? "web-origins" : "service_account", ScopeCatalogue.RECORD)
                .forEach(client.putArray("defaultClientScopes")::add);
        scopes.forEach(client.putArray("optionalClientScopes")::add);
        attributes(client.putObject("attributes"));
        return client;
    }

    private void attributes(ObjectNode attributes) {
        attributes.put(KIND_ATTRIBUTE, kind.text());
        if (kind.isForPeople()) {
            attributes.put("pkce.code.challenge.method", "S256");
        }
        addresses.launch().ifPresent(address -> attributes.put(LAUNCH_ATTRIBUTE, address));
        if (!purposes.isEmpty()) {
            attributes.put(PURPOSES_ATTRIBUTE, String.join(" ", purposes));
        }
        keys.ifPresent(given -> {
            attributes.put("token.endpoint.auth.signing.max.exp", LONGEST_ASSERTION_SECONDS);
            attributes.put(given.isAddress() ? "use.jwks.url" : "use.jwks.string", "true");
            attributes.put(given.isAddress() ? "jwks.url" : "jwks.string", given.text());
        });
    }

    /** All scopes a realm must know for it. */
    Set<String> needed() {
        Set<String> needed = new HashSet<>(scopes);
        needed.add(ScopeCatalogue.RECORD);
        return needed;
    }
}
