package health.strand.emergency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody opens a record in an emergency, in one word. */
public enum EmergencyReason {
    COMPLICATION,
    ALLERGIC_REACTION,
    MEDICATION,
    UNRESPONSIVE_PATIENT,
    OTHER;

    /** Its code in the code system {@code emergency-reason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this code; empty for a code nobody knows. */
    public static Optional<EmergencyReason> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
