package health.strand.explanation;

import health.strand.access.Ground;
import java.util.List;

/**
 * What one rule said.
 *
 * @param decides whether it had the last word
 * @param grounds what it rests on; a rule that said nothing has none
 */
public record StepWord(Rule rule, Said said, boolean decides, List<Ground> grounds) {

    public StepWord {
        grounds = List.copyOf(grounds);
    }

    /** Yes, no, or neither. */
    public enum Said {
        PERMIT,
        DENY,
        NOTHING,
        /** The last word had been spoken. */
        NOT_ASKED
    }
}
