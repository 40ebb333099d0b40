package health.strand.jurisdiction;

import java.time.Period;

/**
 * The time there is for something.
 *
 * @param source the law that says so, or whoever else does
 */
public record Notice(Period time, String source) {}
