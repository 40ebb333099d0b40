package health.strand.access;

import java.time.Instant;
import java.util.Set;

/**
 * May this reader do this with one patient's part of the matter?
 *
 * @param gate the sensitivity codes that a consent must name to open
 * @param gatedCodes those of them the matter bears
 * @param absoluteOptOut whether a consent can close anything in emergencies too
 */
record Question(
        Reader reader,
        Matter matter,
        PatientId patient,
        Relation relation,
        Action action,
        Instant at,
        Set<String> gate,
        Set<String> gatedCodes,
        boolean absoluteOptOut) {

    boolean isGated() {
        return !gatedCodes.isEmpty();
    }
}
