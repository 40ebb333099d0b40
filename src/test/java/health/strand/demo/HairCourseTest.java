package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HairCourseTest {

    private static HairCourse course(Arm arm, int number) {
        PatientStory story = new PatientStory(
                number,
                null,
                "Test",
                "Person",
                false,
                TestClinic.TODAY.minusYears(35),
                Origin.EUROPEAN,
                Diagnosis.PATTERN,
                new Stage(false, 4, "IV"),
                arm,
                TestClinic.TODAY.minusMonths(30),
                30,
                99,
                false);
        return new HairCourse(story, Dice.of(3, "course", number));
    }

    private static double meanChange(Arm arm, Zone zone, double month) {
        return IntStream.range(0, 600)
                .mapToObj(number -> course(arm, number))
                .mapToDouble(course -> course.density(zone, month) - course.density(zone, 0))
                .average()
                .orElseThrow();
    }

    @Test
    void gainsTwentyOneHairsOnFinasterideInAYear() {
        assertThat(meanChange(Arm.FINASTERIDE, Zone.VERTEX, 12)).isCloseTo(21, within(2.5));
    }

    @Test
    void gainsMoreOnDutasterideThanOnMinoxidil() {
        assertThat(meanChange(Arm.DUTASTERIDE, Zone.VERTEX, 12))
                .isGreaterThan(meanChange(Arm.MINOXIDIL, Zone.VERTEX, 12) + 4);
    }

    @Test
    void declinesWithoutTreatment() {
        double before = IntStream.range(0, 600)
                .mapToDouble(number -> course(Arm.UNTREATED, number).density(Zone.VERTEX, 0))
                .average()
                .orElseThrow();

        assertThat(meanChange(Arm.UNTREATED, Zone.VERTEX, 24) / before).isBetween(-0.12, -0.06);
    }

    @Test
    void shedsBeforeATransplantGrows() {
        assertThat(meanChange(Arm.TRANSPLANT, Zone.FRONTAL, 2.5)).isNegative();
        assertThat(meanChange(Arm.TRANSPLANT, Zone.FRONTAL, 12)).isGreaterThan(45);
    }

    @Test
    void sparesTheDonorAreaFromTheDrugs() {
        assertThat(meanChange(Arm.FINASTERIDE, Zone.OCCIPITAL, 12)).isZero();
    }

    @Test
    void startsBelowHealthyWhereThePatternTakesHair() {
        HairCourse course = course(Arm.UNTREATED, 1);

        assertThat(course.density(Zone.VERTEX, 0)).isLessThan(0.8 * course.density(Zone.OCCIPITAL, 0));
        assertThat(course.vellusShare(Zone.VERTEX, 0)).isGreaterThan(course.vellusShare(Zone.OCCIPITAL, 0));
    }
}
