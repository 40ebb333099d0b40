package health.strand.oversight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the privacy officer looks into, in one word. */
public enum CaseReason {
    COMPLAINT,
    RIGHTS_REQUEST,
    BREACH,
    AUTHORITY,
    REVIEW;

    /** Its code in the code system {@code case-reason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this code; empty for a code nobody knows. */
    public static Optional<CaseReason> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
