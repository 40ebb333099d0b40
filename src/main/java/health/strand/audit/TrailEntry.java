package health.strand.audit;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail: one interaction, as far as it is about one patient.
 *
 * @param recorded to the microsecond
 * @param patient null when it is about no patient
 */
public record TrailEntry(
        UUID id, Instant recorded, @Nullable PatientId patient, Actor actor, Deed deed) {

    /** The same, with what was searched by and not for which values. */
    TrailEntry withoutValues() {
        return new TrailEntry(id, recorded, patient, actor, deed.withoutValues());
    }
}
