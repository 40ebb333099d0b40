package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerKeysTest {

    private final MovableClock clock = new MovableClock();
    private final InTestIssuer issuer = new InTestIssuer(clock);
    private final JwtDecoder decoder = AccessTokenDecoder.of(issuer.properties(), clock);

    @AfterEach
    void closeIssuer() {
        issuer.close();
    }

    @Test
    void fetchesNothingUntilTheFirstToken() {
        assertThat(issuer.fetches()).isZero();
    }

    @Test
    void fetchesOnceForManyTokens() {
        for (int i = 0; i < 20; i++) {
            decoder.decode(freshToken());
        }
        assertThat(issuer.fetches()).isOne();
    }

    @Test
    void learnsARotatedKeyAtOnce() {
        decoder.decode(freshToken());
        issuer.rotate();

        assertThat(decoder.decode(freshToken())).isNotNull();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void refusesKeysNobodyPublishedWithoutBotheringTheIssuer() {
        decoder.decode(freshToken());
        List<String> forgeries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // making a key may take longer than the limit lasts, so all are made before the first is tried
            issuer.useUnpublishedKey();
            forgeries.add(freshToken());
        }
        for (String forged : forgeries) {
            assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
        }
        assertThat(issuer.fetches()).isLessThan(8);
    }

    @Test
    void keepsServingKnownKeysWhileTheIssuerIsDown() {
        decoder.decode(freshToken());
        issuer.setDown(true);

        assertThat(decoder.decode(freshToken())).isNotNull();
    }

    @Test
    void saysTheFaultIsOursWhenTheKeysCannotBeHadAndComesBackByItself() {
        issuer.setDown(true);
        for (int i = 0; i < 4; i++) {
            String token = freshToken();
            assertThatThrownBy(() -> decoder.decode(token))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }

        issuer.setDown(false);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(decoder.decode(freshToken())).isNotNull());
    }

    private String freshToken() {
        return issuer.token(issuer.claims().build());
    }
}
