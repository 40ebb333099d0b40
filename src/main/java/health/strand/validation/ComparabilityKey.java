package health.strand.validation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What two panels must share to be compared.
 *
 * @param threshold between terminal and vellus hair in micrometres, or {@code -} where they were not told apart
 * @param area analysed, in square centimetres
 */
record ComparabilityKey(
        String zone, String method, String model, String version, String preparation, String threshold, String area) {

    private static final int PARTS = 7;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

    static Optional<ComparabilityKey> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS || java.util.Arrays.stream(parts).anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        return Optional.of(new ComparabilityKey(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]));
    }

    static Optional<BigDecimal> number(String part) {
        return NUMBER.matcher(part).matches() ? Optional.of(new BigDecimal(part)) : Optional.empty();
    }

    /** By the same method with the same instrument, wherever on the scalp. */
    boolean sameWayAs(ComparabilityKey other) {
        return method.equals(other.method) && model.equals(other.model) && version.equals(other.version);
    }
}
