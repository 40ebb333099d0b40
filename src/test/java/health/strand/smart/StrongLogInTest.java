package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.Assurance;
import health.strand.access.Scopes;
import health.strand.access.TokenPurpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrongLogInTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final StrongLogIn strong = new StrongLogIn("strong", Duration.ofHours(12));

    private static SmartToken token(@Nullable String acr, @Nullable Instant at, boolean system) {
        return new SmartToken(
                "sora",
                "app",
                null,
                null,
                null,
                Scopes.none(),
                TokenPurpose.none(),
                null,
                NOW,
                NOW.plusSeconds(300),
                acr,
                at,
                system);
    }

    @Test
    void countsForAWhile() {
        assertThat(strong.isBehind(token("strong", NOW.minusSeconds(43_199), false), CLOCK))
                .isTrue();
        assertThat(strong.isBehind(token("strong", NOW.minusSeconds(43_200), false), CLOCK))
                .isFalse();
    }

    @Test
    void isFreshForFiveMinutes() {
        assertThat(strong.behind(token("strong", NOW.minusSeconds(299), false), CLOCK))
                .isEqualTo(Assurance.FRESH);
        assertThat(strong.behind(token("strong", NOW.minusSeconds(300), false), CLOCK))
                .isEqualTo(Assurance.STRONG);
        assertThat(strong.behind(token("password", NOW, false), CLOCK)).isEqualTo(Assurance.BASIC);
        assertThat(strong.freshChallenge()).endsWith("acr_values=\"strong\", max_age=\"300\"");
    }

    @Test
    void countsOnlyWhenTheTokenSaysSo() {
        assertThat(strong.isBehind(token("password", NOW, false), CLOCK)).isFalse();
        assertThat(strong.isBehind(token(null, NOW, false), CLOCK)).isFalse();
        assertThat(strong.isBehind(token("strong", null, false), CLOCK)).isFalse();
    }

    @Test
    void isNotAskedOfBackEnds() {
        assertThat(strong.isBehind(token(null, null, true), CLOCK)).isTrue();
    }

    @Test
    void saysWhatAnAppHasToAskFor() {
        assertThat(strong.challenge())
                .startsWith("Bearer error=\"insufficient_user_authentication\"")
                .contains("acr_values=\"strong\"")
                .endsWith("max_age=\"43200\"");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new StrongLogIn("a b", Duration.ofHours(1))).hasMessageContaining("one word");
        assertThatThrownBy(() -> new StrongLogIn("a\"", Duration.ofHours(1))).hasMessageContaining("one word");
        assertThatThrownBy(() -> new StrongLogIn("strong", Duration.ZERO)).hasMessageContaining("longer");
    }
}
