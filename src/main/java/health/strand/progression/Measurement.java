package health.strand.progression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One number of one panel.
 *
 * @param panel like {@code Observation/x}
 * @param unit a UCUM code
 * @param key what another must share to be comparable
 * @param pictures how many it was taken from
 * @param uncertainty empty where none is known
 */
public record Measurement(
        String panel,
        Instant at,
        BigDecimal value,
        String unit,
        String key,
        String method,
        int pictures,
        Optional<Uncertainty> uncertainty) {

    /** The lower end of the band; empty where there is none. */
    Optional<BigDecimal> low() {
        return uncertainty.map(each -> times(1 - each.bandPercent() / 100));
    }

    /** The upper end of the band; empty where there is none. */
    Optional<BigDecimal> high() {
        return uncertainty.map(each -> times(1 + each.bandPercent() / 100));
    }

    private BigDecimal times(double factor) {
        return Decimals.rounded(value.doubleValue() * factor);
    }
}
