package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger verified = new AtomicInteger();
    private Duration life = Duration.ofMinutes(5);
    private final RememberedTokens tokens = new RememberedTokens(this::verify, clock);

    @Test
    void verifiesATokenOnceAMinute() {
        tokens.decode("a");
        clock.advance(Duration.ofSeconds(59));
        tokens.decode("a");
        assertThat(verified).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        tokens.decode("a");
        assertThat(verified).hasValue(2);
    }

    @Test
    void forgetsATokenWhenItExpires() {
        life = Duration.ofSeconds(10);
        tokens.decode("a");
        clock.advance(Duration.ofSeconds(10));
        tokens.decode("a");

        assertThat(verified).hasValue(2);
    }

    @Test
    void doesNotTakeOneTokenForAnother() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    }

    @Test
    void doesNotRememberRefusals() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).hasValue(3);
    }

    @Test
    void forgetsTheTokenUsedLeastRecentlyWhenFull() {
        tokens.decode("first");
        for (int i = 1; i < RememberedTokens.MAX_TOKENS; i++) {
            tokens.decode("other" + i);
        }
        tokens.decode("first");
        tokens.decode("one more");
        assertThat(verified).hasValue(RememberedTokens.MAX_TOKENS + 1);

        tokens.decode("first");
        assertThat(verified).hasValue(RememberedTokens.MAX_TOKENS + 1);
        tokens.decode("other1");
        assertThat(verified).hasValue(RememberedTokens.MAX_TOKENS + 2);
    }

    private Jwt verify(String token) {
        verified.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(clock.instant().plus(life))
                .build();
    }
}
