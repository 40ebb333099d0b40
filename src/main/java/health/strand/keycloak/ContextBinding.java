package health.strand.keycloak;

import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.RefreshToken;

/**
 * Hands the launch context from the code to the tokens, and from a refresh token to those it is exchanged for: never from
 * a session, where two launches of one app by one person meet. What is renewed is shown to the record server first.
 */
final class ContextBinding implements TokenPostProcessor {

    /** Under which the refresh token carries it, and the answer finds it. */
    static final String CLAIM = "strand_launch";

    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final KeycloakSession session;

    ContextBinding(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        LaunchContext launch = launch(context);
        if (!launch.isEmpty()) {
            bind(launch, context);
        }
        if (context.requestRefreshToken() != null && context.accessToken() != null) {
            new Renewal(session).check(context);
        }
    }

    private static void bind(LaunchContext launch, TokenPostProcessorContext context) {
        if (context.accessToken() != null) {
            launch.members().forEach(context.accessToken()::setOtherClaims);
        }
        if (context.refreshToken() != null) {
            context.refreshToken().setOtherClaims(CLAIM, launch.members());
        }
        context.clientSessionCtx().setAttribute(CLAIM, launch);
    }

    private LaunchContext launch(TokenPostProcessorContext context) {
        if (context.code() != null) {
            return ScopeNote.contextIn(context.code().getScope());
        }
        RefreshToken presented = context.requestRefreshToken();
        if (presented != null) {
            return presented.getOtherClaims().get(CLAIM) instanceof Map<?, ?> members
                    ? LaunchContext.among(strings(members))
                    : LaunchContext.NONE;
        }
        boolean exchanged = PresentedToken.field(session, "grant_type")
                .filter(TOKEN_EXCHANGE::equals)
                .isPresent();
        return exchanged
                ? PresentedToken.claims(session, "subject_token")
                        .map(LaunchContext::among)
                        .orElse(LaunchContext.NONE)
                : LaunchContext.NONE;
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, ?> strings(Map<?, ?> members) {
        return (Map<String, ?>) members;
    }
}
