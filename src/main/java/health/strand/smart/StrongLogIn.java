package health.strand.smart;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as a strong log-in, which genetic data takes of everybody but the patient.
 *
 * @param acr what tokens say in `acr` after one
 * @param lasts how long after it a token still counts
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470">RFC 9470, step-up authentication challenge</a>
 */
@ConfigurationProperties("strand.strong-login")
public record StrongLogIn(
        @DefaultValue("strong") String acr,
        @DefaultValue("12h") Duration lasts) {

    public StrongLogIn {
        if (acr.isBlank() || !acr.matches("[!#-\\[\\]-~]+")) {
            throw new IllegalArgumentException(
                    "`strand.strong-login.acr` must be one word, as tokens carry it in `acr`, not `" + acr + "`");
        }
        if (lasts.isNegative() || lasts.isZero()) {
            throw new IllegalArgumentException("`strand.strong-login.lasts` must be longer than nothing");
        }
    }

    /** Whether a token is from one; back ends show who they are by their keys. */
    public boolean isBehind(SmartToken token, Clock clock) {
        return token.system()
                || acr.equals(token.acr())
                        && token.authenticatedAt() != null
                        && clock.instant().isBefore(token.authenticatedAt().plus(lasts));
    }

    /** What an app is told to ask for, as the value of {@code WWW-Authenticate}. */
    public String challenge() {
        return "Bearer error=\"insufficient_user_authentication\", error_description=\"a stronger log-in is needed\","
                + " acr_values=\"" + acr + "\", max_age=\"" + lasts.toSeconds() + "\"";
    }
}
