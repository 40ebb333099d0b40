package health.strand.keycloak;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * Says what a back-end client wants the data for: what it names in its assertion (HL7 UDAP Security, {@code hl7-b2b}), as
 * far as it is registered for that; when it names nothing, what it is registered for.
 */
public final class PurposeMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {

    static final String CLAIM = "purpose_of_use";

    /** The attribute of a client with the purposes it is registered for, codes of v3-ActReason, divided by blanks. */
    static final String REGISTERED = "strand.purposes";

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext client) {
        if (PresentedToken.field(session, "grant_type")
                .filter("client_credentials"::equals)
                .isPresent()) {
            purposes(session, client.getClientSession().getClient())
                    .ifPresent(purposes -> token.setOtherClaims(CLAIM, List.copyOf(purposes)));
        }
        return token;
    }

    /** Empty for a client that is not registered for purposes and names none: it works for the clinic itself. */
    private static Optional<Set<String>> purposes(KeycloakSession session, ClientModel client) {
        Set<String> registered = registered(client);
        Set<String> named = PresentedToken.claims(session, "client_assertion")
                .map(PurposeMapper::named)
                .orElse(Set.of());
        if (registered.isEmpty() && named.isEmpty()) {
            return Optional.empty();
        }
        Set<String> both = new LinkedHashSet<>(named.isEmpty() ? registered : named);
        both.retainAll(registered);
        return Optional.of(both);
    }

    private static Set<String> registered(ClientModel client) {
        String text = client.getAttribute(REGISTERED);
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(" ", -1))
                        .filter(code -> !code.isBlank())
                        .collect(Collectors.toSet());
    }

    private static Set<String> named(Map<String, Object> assertion) {
        return assertion.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("hl7-b2b") instanceof Map<?, ?> request
                        && request.get(CLAIM) instanceof Collection<?> codes
                ? codes.stream().map(String::valueOf).map(PurposeMapper::bare).collect(Collectors.toSet())
                : Set.of();
    }

    /** A code may stand behind its system, like {@code urn:oid:2.16.840.1.113883.5.8#TREAT}. */
    private static String bare(String code) {
        return code.substring(code.lastIndexOf('#') + 1);
    }

    static void copy(Map<String, Object> claims, AccessToken token) {
        Object purposes = claims.get(CLAIM);
        if (purposes != null) {
            token.setOtherClaims(CLAIM, purposes);
        }
    }

    @Override
    public String getId() {
        return "strand-purpose-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Purpose of use";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Writes what a back-end client wants data for, as far as its attribute `strand.purposes` allows.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
