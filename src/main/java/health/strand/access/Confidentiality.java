package health.strand.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much harm the disclosure of data could do: the confidentiality codes of v3, in rising order.
 *
 * <p>Data without a code is taken as {@link #VERY_RESTRICTED} until it is labelled.
 */
public enum Confidentiality {
    UNRESTRICTED("U"),
    LOW("L"),
    MODERATE("M"),
    NORMAL("N"),
    RESTRICTED("R"),
    VERY_RESTRICTED("V");

    private final String code;

    Confidentiality(String code) {
        this.code = code;
    }

    /** The code of v3-Confidentiality. */
    public String code() {
        return code;
    }

    /** The level with this code; empty for a code nobody knows. */
    public static Optional<Confidentiality> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
