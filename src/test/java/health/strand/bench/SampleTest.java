package health.strand.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statistics of the bench. */
class SampleTest {

    private final Random random = new Random(1);

    @Test
    void takesTheMiddle() {
        assertThat(new Sample(new double[] {9, 1, 5}).median()).isEqualTo(5);
        assertThat(new Sample(new double[] {4, 1, 2, 9}).median()).isEqualTo(3);
    }

    @Test
    void interpolatesBetweenNeighbours() {
        Sample sample = new Sample(new double[] {0, 10, 20, 30, 40});

        assertThat(sample.quantile(0.95)).isCloseTo(38, within(1e-9));
        assertThat(sample.quantile(1)).isEqualTo(40);
    }

    @Test
    void findsADifferenceThatIsThere() {
        Sample.Difference added = Sample.difference(around(11), around(10));

        assertThat(added.median()).isCloseTo(10, within(2.0));
        assertThat(added.low()).isBetween(5.0, added.median());
        assertThat(added.high()).isBetween(added.median(), 15.0);
    }

    @Test
    void findsNoneWhereThereIsNone() {
        Sample.Difference added = Sample.difference(around(10), around(10));

        assertThat(added.low()).isNegative();
        assertThat(added.high()).isPositive();
    }

    @Test
    void refusesWhatAreNoPairs() {
        assertThatThrownBy(() -> Sample.difference(new Sample(new double[1]), new Sample(new double[2])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Sample around(double middle) {
        return new Sample(IntStream.range(0, 400)
                .mapToDouble(any -> middle + random.nextGaussian())
                .toArray());
    }
}
