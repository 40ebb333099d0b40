package health.strand.smart;

import health.strand.access.Assurance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration FRESH = Duration.ofMinutes(5);

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

    /** How it was shown who is behind a token. */
    public Assurance behind(SmartToken token, Clock clock) {
        if (!isBehind(token, clock)) {
            return Assurance.BASIC;
        }
        Instant shown = token.authenticatedAt();
        return shown != null && clock.instant().isBefore(shown.plus(FRESH)) ? Assurance.FRESH : Assurance.STRONG;
    }

    /** The same for opening a record in an emergency, which takes a log-in of a moment ago. */
    public String freshChallenge() {
        return challenge(FRESH);
    }

    /** What an app is told to ask for, as the value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge(lasts);
    }

    private String challenge(Duration oldest) {
        return "Bearer error=\"insufficient_user_authentication\", error_description=\"a stronger log-in is needed\","
                + " acr_values=\"" + acr + "\", max_age=\"" + oldest.toSeconds() + "\"";
    }
}
