package health.strand.audit;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail: one interaction, as far as it is about one patient.
 *
 * @param recorded to the microsecond
 * @param patient null when it is about no patient
 * @param consents those of the patient by which it was decided, each with its version; known once it is recorded
 * @param cells where the things lie that it is about, by which the database finds those consents; not kept
 */
public record TrailEntry(
        UUID id,
        Instant recorded,
        @Nullable PatientId patient,
        Actor actor,
        Deed deed,
        List<String> consents,
        Set<Integer> cells) {

    public TrailEntry {
        consents = List.copyOf(consents);
        cells = Set.copyOf(cells);
    }

    TrailEntry(UUID id, Instant recorded, @Nullable PatientId patient, Actor actor, Deed deed) {
        this(id, recorded, patient, actor, deed, List.of(), Set.of());
    }

    /** The same, about things that lie there. */
    public TrailEntry in(Set<Integer> places) {
        return new TrailEntry(id, recorded, patient, actor, deed, consents, places);
    }

    TrailEntry by(List<String> deciding) {
        return new TrailEntry(id, recorded, patient, actor, deed, deciding, cells);
    }

    /** The same, with what was searched by and not for which values. */
    TrailEntry withoutValues() {
        return new TrailEntry(id, recorded, patient, actor, deed.withoutValues(), consents, cells);
    }
}
