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

    /** That of one number of a panel; empty where none is known for such a number. */
    static Optional<Uncertainty> of(Observation panel, String metric) {
        if (!KNOWN_OF.contains(metric)) {
            return Optional.empty();
        }
        Extension said = panel.getExtensionByUrl(Canonical.MEASUREMENT_UNCERTAINTY);
        return Optional.of(
                said != null
                                && said.getExtensionByUrl("value") != null
                                && said.getExtensionByUrl("value").getValue() instanceof Quantity value
                                && value.hasValue()
                        ? new Uncertainty(value.getValue().doubleValue(), said.getExtensionString("source"))
                        : ASSUMED);
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
