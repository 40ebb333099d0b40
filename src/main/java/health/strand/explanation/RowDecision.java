package health.strand.explanation;

import health.strand.access.Verdict;

/** What the rows of the database are compiled from. */
@FunctionalInterface
public interface RowDecision {

    /** The engine's answer, with a denial in place of a permit whose obligations nobody can carry out. */
    Verdict of(Inquiry inquiry);
}
