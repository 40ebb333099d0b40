package health.strand.explanation;

import health.strand.access.AccessPolicy;
import health.strand.access.DataClass;
import health.strand.access.Effect;
import health.strand.access.Verdict;

/**
 * Answers inquiries as a request would be: by what the reader's roles open at most, and by what is decided about the rows.
 */
public final class Decisions {

    private final AccessPolicy policy;
    private final RowDecision rows;

    public Decisions(AccessPolicy policy, RowDecision rows) {
        this.policy = policy;
        this.rows = rows;
    }

    /** Whether the reader sees the matter. */
    public boolean permits(Inquiry inquiry) {
        return of(inquiry).effect() == Effect.PERMIT;
    }

    Answer of(Inquiry inquiry) {
        DataClass dataClass = inquiry.matter().dataClass();
        boolean opened = policy.farthest(inquiry.reader().through(inquiry.client(), inquiry.strong()))
                .readable()
                .contains(dataClass);
        return new Answer(opened, rows.of(inquiry));
    }

    /**
     * An answer in its two parts.
     *
     * @param opened whether the reader's roles open the class at all
     */
    record Answer(boolean opened, Verdict verdict) {

        Effect effect() {
            return opened ? verdict.effect() : Effect.DENY;
        }
    }
}
