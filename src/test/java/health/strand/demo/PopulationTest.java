package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {

    private static final Population POPULATION = new Population(11, TestClinic.TODAY);
    private static final List<PatientStory> STORIES = IntStream.range(NamedPatients.COUNT, 4000)
            .mapToObj(POPULATION::patient)
            .toList();

    private static double share(Predicate<PatientStory> which) {
        return STORIES.stream().filter(which).count() / (double) STORIES.size();
    }

    private static int age(PatientStory story) {
        return story.birthDate().until(TestClinic.TODAY).getYears();
    }

    private static double medianAge(boolean female) {
        int[] ages = STORIES.stream()
                .filter(story -> story.female() == female)
                .mapToInt(PopulationTest::age)
                .sorted()
                .toArray();
        return ages[ages.length / 2];
    }

    @Test
    void drawsFifteenPercentWomen() {
        assertThat(share(PatientStory::female)).isCloseTo(0.15, within(0.02));
    }

    @Test
    void drawsAdultsOfClinicAge() {
        assertThat(STORIES).allSatisfy(story -> assertThat(age(story)).isBetween(18, 75));
        assertThat(medianAge(false)).isBetween(29.0, 36.0);
        assertThat(medianAge(true)).isBetween(38.0, 47.0);
    }

    @Test
    void drawsPatternLossMostOften() {
        assertThat(share(story -> story.diagnosis() == Diagnosis.PATTERN)).isCloseTo(0.85, within(0.02));
        assertThat(share(story -> story.diagnosis() == Diagnosis.AREATA)).isCloseTo(0.02, within(0.01));
    }

    @Test
    void testsGenesInAMinority() {
        assertThat(share(PatientStory::geneTested)).isCloseTo(0.15, within(0.02));
    }

    @Test
    void worsensTheStageWithAge() {
        assertThat(meanMaleLevel(story -> age(story) >= 45))
                .isGreaterThan(meanMaleLevel(story -> age(story) < 30) + 0.5);
    }

    private static double meanMaleLevel(Predicate<PatientStory> which) {
        return STORIES.stream()
                .filter(story -> !story.female())
                .filter(which)
                .mapToInt(story -> story.stage().level())
                .average()
                .orElseThrow();
    }

    @Test
    void losesAFifthOfThePatientsEachYear() {
        double leftInFirstYear = STORIES.stream()
                        .filter(story -> story.months() >= 12 && story.leftAfter() <= 12)
                        .count()
                / (double)
                        STORIES.stream().filter(story -> story.months() >= 12).count();

        assertThat(leftInFirstYear).isBetween(0.15, 0.25);
    }

    @ParameterizedTest
    @EnumSource
    void drawsHealthyDensityAroundThePublishedMean(Origin origin) {
        Dice dice = Dice.of(5, "density", origin.ordinal());
        double[] densities = DoubleStream.generate(() -> HairCourse.healthyDensity(origin, dice))
                .limit(4000)
                .toArray();

        assertThat(mean(densities)).isCloseTo(origin.meanDensity, within(2.5));
        assertThat(deviation(densities)).isCloseTo(origin.densityDeviation, within(3.0));
    }

    @Test
    void measuresWithAnErrorOfFivePercent() {
        Dice dice = Dice.of(5, "error", 0);
        double[] factors = DoubleStream.generate(() -> dice.errorFactor(MeasuringError.COEFFICIENT_OF_VARIATION))
                .limit(10_000)
                .toArray();

        assertThat(mean(factors)).isCloseTo(1, within(0.003));
        assertThat(deviation(factors)).isCloseTo(0.05, within(0.003));
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
