package health.strand.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.smart.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriesTest {

    private final MovableClock clock = new MovableClock();
    private final Tries tries = new Tries(clock);

    @Test
    void countsEachPersonByItselfForAnHour() {
        for (int i = 0; i < Tries.MOST; i++) {
            assertThat(tries.oneMore("rex")).isTrue();
        }
        assertThat(tries.oneMore("rex")).isFalse();
        assertThat(tries.oneMore("una")).isTrue();

        clock.advance(Duration.ofMinutes(61));

        assertThat(tries.oneMore("rex")).isTrue();
    }
}
