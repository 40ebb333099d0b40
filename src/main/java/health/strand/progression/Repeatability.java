package health.strand.progression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;

/**
 * How far one number varies by the method alone: the within-subject standard deviation of ISO 5725-2, which for pairs is the root
 * of half the mean squared difference, and the same of the relative differences (Bland and Altman 1996).
 *
 * @param pairs degrees of freedom: one for a pair, two for three measurements
 * @param deviation in the unit of the number
 * @param percent coefficient of variation
 * @param unit a UCUM code; empty where nothing was measured
 * @param last when the last measurement was taken; empty where there is none
 */
public record Repeatability(
        int pairs, int patients, double deviation, double percent, String unit, Optional<Instant> last) {

    /** So many pairs are needed before the figure can be used (domain paper, section 5.1). */
    public static final int PAIRS = 10;

    /** Of so many patients, since one scalp is not all, and a figure of one patient would tell of them. */
    public static final int PATIENTS = 5;

    /** Two-sided 95 percent of a normal deviate. */
    private static final double WIDE = 1.959964;

    /** Of panels that were taken as test and retest with one device and method. */
    public static Repeatability of(List<Observation> panels, String metric) {
        List<Repeats> repeats = Repeats.in(panels, metric).stream()
                .filter(each -> each.mean() > 0)
                .toList();
        int pairs = repeats.stream().mapToInt(Repeats::pairs).sum();
        double squares = repeats.stream().mapToDouble(Repeats::squares).sum();
        double relative = repeats.stream()
                .mapToDouble(each -> each.squares() / (each.mean() * each.mean()))
                .sum();
        return new Repeatability(
                pairs,
                (int) repeats.stream().map(Repeats::patient).distinct().count(),
                pairs == 0 ? 0 : Math.sqrt(squares / pairs),
                pairs == 0 ? 0 : 100 * Math.sqrt(relative / pairs),
                repeats.isEmpty() ? "" : repeats.get(0).measured().get(0).unit(),
                repeats.stream().map(Repeats::last).max(Instant::compareTo));
    }

    /** How many more pairs are needed. */
    public int pairsNeeded() {
        return Math.max(0, PAIRS - pairs);
    }

    /** Of how many more patients. */
    public int patientsNeeded() {
        return Math.max(0, PATIENTS - patients);
    }

    /** Whether it can be used; where all measurements are alike to the last digit they were not taken twice. */
    public boolean isEnough() {
        return pairsNeeded() == 0 && patientsNeeded() == 0 && percent > 0;
    }

    /** Lower end of the 95 percent confidence interval of the coefficient of variation. */
    double lowPercent() {
        return percent * Math.sqrt(pairs / chiSquare(WIDE));
    }

    /** Upper end of it. */
    double highPercent() {
        return percent * Math.sqrt(pairs / chiSquare(-WIDE));
    }

    /** The quantile of the chi-square distribution (Wilson and Hilferty 1931), within one percent from ten pairs on. */
    private double chiSquare(double normal) {
        double part = 2.0 / (9 * pairs);
        return pairs * Math.pow(1 - part + normal * Math.sqrt(part), 3);
    }
}
