package health.strand.progression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are told: with one digit after the point. */
final class Decimals {

    private Decimals() {}

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
