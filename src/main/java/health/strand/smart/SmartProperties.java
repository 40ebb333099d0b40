package health.strand.smart;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens the server accepts. There is no way to accept none or anybody's: without an issuer and an audience the
 * server does not start.
 *
 * @param issuer the `iss` of every token, exactly as the authorization server writes it
 * @param audience what must be among the `aud` of every token: the address of this FHIR server
 * @param jwksUri where the issuer's keys are; derived from the issuer when it is not given
 */
@ConfigurationProperties("strand.smart")
public record SmartProperties(
        URI issuer, String audience, @Nullable URI jwksUri) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

    public SmartProperties {
        if (isMissing(issuer)) {
            throw new IllegalArgumentException("`strand.smart.issuer` is missing: the address of the authorization"
                    + " server's realm, as tokens carry it in `iss`");
        }
        if (isMissing(audience)) {
            throw new IllegalArgumentException("`strand.smart.audience` is missing: the address of this FHIR server,"
                    + " as tokens carry it in `aud`");
        }
        requireProtected("strand.smart.issuer", issuer);
        if (jwksUri != null) {
            requireProtected("strand.smart.jwks-uri", jwksUri);
        }
    }

    /** Where the keys are fetched from. */
    public URI keys() {
        return jwksUri == null ? endpoint("certs") : jwksUri;
    }

    /** Where apps ask for a code. */
    public URI authorizationEndpoint() {
        return endpoint("auth");
    }

    /** Where apps get tokens. */
    public URI tokenEndpoint() {
        return endpoint("token");
    }

    /** An OpenID Connect endpoint of a Keycloak realm. */
    URI endpoint(String name) {
        return below("protocol/openid-connect/" + name);
    }

    /** An address below the issuer's. */
    URI below(String path) {
        String base = issuer.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + path);
    }

    /** Configuration binds what it finds, so what is not nullable may still be absent here. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    private static void requireProtected(String key, URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "");
        String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        boolean plainOnLoopback =
                scheme.equals("http") && LOOPBACK.matcher(host).matches();
        if (host.isEmpty() || !(scheme.equals("https") || plainOnLoopback)) {
            throw new IllegalArgumentException("`" + key + "` must be an https address (http only on loopback)");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("`" + key + "` must have no query, fragment or user");
        }
    }
}
