package health.strand.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void tellsASlowerPopulationFromAFasterOne() {
        Random random = new Random(1);
        double[] one = random.doubles(300).toArray();
        double[] other = random.doubles(300, 0.2, 1.2).toArray();

        assertThat(Timing.mannWhitney(one, other)).isLessThan(0.001);
        assertThat(new Timing(10, 13, 0.001).tells()).isTrue();
    }

    @Test
    void doesNotTellTwoSamplesOfOnePopulation() {
        double[] one = {1, 3, 5, 7, 9, 11, 13, 15};
        double[] other = {2, 4, 6, 8, 10, 12, 14, 16};

        assertThat(Timing.mannWhitney(one, other)).isGreaterThan(0.5);
        assertThat(Timing.mannWhitney(one, one)).isCloseTo(1, within(0.001));
        assertThat(new Timing(10, 10.1, 0.001).tells()).isFalse();
        assertThat(new Timing(10, 13, 0.2).tells()).isFalse();
    }
}
