package health.strand.explanation;

import health.strand.access.Step;
import java.util.Locale;

/** The rules a decision goes through, with the numbers by which they are known. */
public enum Rule {
    /** What the reader's roles open at most. */
    ROLE(1),
    OBJECT_STATE(2),
    OWNER(4),
    PRIVACY_OFFICER(5),
    CONSENT_DENIES(6),
    BREAK_GLASS(7),
    CONSENT_PERMITS(8),
    BASE_POLICY(9),
    NOTHING_MATCHED(10);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /** Its place in the order. */
    public int number() {
        return number;
    }

    /** The word for it in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Rule of(Step step) {
        return valueOf(step.name());
    }
}
