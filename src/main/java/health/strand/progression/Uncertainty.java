package health.strand.progression;

import health.strand.profiles.Canonical;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/**
 * How far two measurements of the same scalp differ by the method alone.
 *
 * @param percent the within-subject coefficient of variation
 * @param source how it is known, a code of {@code uncertainty-source}
 */
public record Uncertainty(double percent, String source) {

    /** What is assumed where nothing else is said (domain paper, section 5.1). */
    private static final Uncertainty ASSUMED = new Uncertainty(5, "assumed");

    /** Published variation is that of counts and of thickness; of shares and ratios none is known. */
    private static final Set<String> KNOWN_OF = Set.of(
            "hair-count",
            "hair-density",
            "fu-density",
            "terminal-density",
            "mean-shaft-diameter",
            "cumulative-thickness");

    /** Two-sided 95 percent of a normal error. */
    private static final double WIDE = 1.96;

    /** Whether a variation of such a number is known at all. */
    static boolean isKnownOf(String metric) {
        return KNOWN_OF.contains(metric);
    }

    /**
     * That of one number of a panel: what it says itself, or the clinic's own figure where it only assumes one; empty where none
     * is known for such a number.
     */
    static Optional<Uncertainty> of(Observation panel, String metric, ClinicFigures figures) {
        if (!isKnownOf(metric)) {
            return Optional.empty();
        }
        Uncertainty said = said(panel).orElse(ASSUMED);
        return Optional.of(
                ASSUMED.source().equals(said.source())
                        ? figures.of(panel, metric).orElse(said)
                        : said);
    }

    private static Optional<Uncertainty> said(Observation panel) {
        Extension said = panel.getExtensionByUrl(Canonical.MEASUREMENT_UNCERTAINTY);
        return said != null
                        && said.getExtensionByUrl("value") != null
                        && said.getExtensionByUrl("value").getValue() instanceof Quantity value
                        && value.hasValue()
                ? Optional.of(new Uncertainty(
                        value.getValue().doubleValue(), String.valueOf(said.getExtensionString("source"))))
                : Optional.empty();
    }

    /** Half the width of the band in which the true value lies with 95 percent, as a share of the value in percent. */
    double bandPercent() {
        return WIDE * percent;
    }

    /** The smallest change from this measurement to another that the method alone explains in no more than 5 percent. */
    double detectablePercent(Uncertainty other) {
        return WIDE * Math.hypot(percent, other.percent);
    }
}
