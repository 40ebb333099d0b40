package health.strand.audit;

import health.strand.access.PatientId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in the table: its text, and beside it what entries are looked for by. */
record TrailRow(
        String id,
        OffsetDateTime recorded,
        @Nullable String patient,
        String interaction,
        String action,
        String outcome,
        @Nullable String person,
        @Nullable String client,
        @Nullable String data,
        String event) {

    static TrailRow of(TrailEntry entry) {
        PatientId patient = entry.patient();
        Deed deed = entry.deed();
        return new TrailRow(
                entry.id().toString(),
                entry.recorded().atOffset(ZoneOffset.UTC),
                patient == null ? null : patient.value(),
                deed.interaction().code(),
                BalpEvent.action(deed),
                deed.outcome().code(),
                given(entry.actor().person()),
                given(entry.actor().client()),
                deed.data(),
                EntryText.of(entry));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
