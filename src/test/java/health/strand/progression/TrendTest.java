package health.strand.progression;

import static health.strand.progression.Panels.panel;
import static health.strand.progression.Panels.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    private static Trend density(Observation... panels) {
        return Trend.of("vertex", "hair-density", List.of(panels), new ClinicFigures(List.of()));
    }

    @Test
    void ordersMeasurementsByTheirTime() {
        assertThat(density(panel("b", "2025-06-01", "k", 150), panel("a", "2024-06-01", "k", 170))
                        .points())
                .extracting(Measurement::panel)
                .containsExactly("Observation/a", "Observation/b");
    }

    /** 1.96 x 5 % of 170 to both sides. */
    @Test
    void drawsABandOfTheMethodsOwnErrorAroundEach() {
        Measurement one = density(panel("a", "2024-06-01", "k", 170)).points().get(0);
        assertThat(one.low()).contains(new BigDecimal("153.3"));
        assertThat(one.high()).contains(new BigDecimal("186.7"));
        assertThat(one.uncertainty()).contains(new Uncertainty(5, "assumed"));
    }

    /** Domain paper, section 5.1: 2.77 times the variation. */
    @ParameterizedTest
    @CsvSource({"2.6, 7.2", "5, 13.9", "9.8, 27.2"})
    void findsTheSmallestChangeTheMethodCanShow(double variation, double least) {
        Trend trend = density(
                varying(panel("a", "2024-06-01", "k", 170), variation, "clinic"),
                varying(panel("b", "2025-06-01", "k", 150), variation, "clinic"));
        assertThat(trend.changes().get(0).detectablePercent().orElseThrow()).isCloseTo(least, within(0.05));
    }

    @Test
    void takesTheErrorOfBothEndsOfAChange() {
        Trend trend = density(
                varying(panel("a", "2024-06-01", "k", 170), 3, "clinic"),
                varying(panel("b", "2025-06-01", "k", 150), 4, "clinic"));
        assertThat(trend.changes().get(0).detectablePercent().orElseThrow()).isCloseTo(9.8, within(1e-9));
    }

    @Test
    void tellsTheChangeFromTheFirstToTheLastThatCanBeCompared() {
        Change change = density(
                        panel("a", "2024-01-01", "old", 100),
                        panel("b", "2024-06-01", "k", 160),
                        panel("c", "2024-12-01", "k", 150),
                        panel("d", "2025-06-01", "k", 136))
                .changes()
                .get(0);
        assertThat(change.first().panel()).isEqualTo("Observation/b");
        assertThat(change.last().panel()).isEqualTo("Observation/d");
        assertThat(change.difference()).isCloseTo(-24, within(1e-9));
        assertThat(change.percent()).isCloseTo(-15, within(1e-9));
    }

    @Test
    void neverComparesAcrossKeys() {
        Trend trend = density(panel("a", "2024-01-01", "one", 100), panel("b", "2024-06-01", "other", 160));
        assertThat(trend.changes()).isEmpty();
        assertThat(trend.comparable()).containsOnlyKeys("one", "other");
    }

    @Test
    void saysNoErrorOfNumbersOfWhichNoneIsKnown() {
        Trend trend = Trend.of(
                "vertex",
                "telogen-percent",
                List.of(panel("a", "2024-01-01", "k", 100), panel("b", "2024-06-01", "k", 160)),
                new ClinicFigures(List.of()));
        assertThat(trend.points()).allSatisfy(each -> assertThat(each.low()).isEmpty());
        assertThat(trend.changes().get(0).detectablePercent()).isEmpty();
    }

    @Test
    void hasNoPointForAPanelWithoutTheNumber() {
        assertThat(Trend.of(
                                "vertex",
                                "growth-rate",
                                List.of(panel("a", "2024-01-01", "k", 100)),
                                new ClinicFigures(List.of()))
                        .points())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vertex, hair-density, true",
        "elbow, hair-density, false",
        "vertex, analysed-area, false",
        "'', '', false"
    })
    void knowsWhatCanBeAskedFor(String zone, String metric, boolean possible) {
        assertThat(new TrendQuestion(zone, metric).fault().isEmpty()).isEqualTo(possible);
    }
}
