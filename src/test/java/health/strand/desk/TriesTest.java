package health.strand.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TriesTest {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private final Tries tries = new Tries(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void countsEachPersonByItselfForAnHour() {
        for (int i = 0; i < Tries.MOST; i++) {
            assertThat(tries.oneMore("rex")).isTrue();
        }
        assertThat(tries.oneMore("rex")).isFalse();
        assertThat(tries.oneMore("una")).isTrue();

        now = now.plus(Duration.ofMinutes(61));

        assertThat(tries.oneMore("rex")).isTrue();
    }
}
