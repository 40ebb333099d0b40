package health.strand.audit;

import health.strand.access.PatientId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the table: its text, and beside it what entries are looked for by.
 *
 * @param cells as an array of the database; null when there is no consent to look for
 * @param consents those that decided, without their versions
 */
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
        @Nullable String cells,
        List<String> consents,
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
                entry.cells().isEmpty()
                        ? null
                        : entry.cells().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")),
                entry.consents().stream()
                        .map(each -> each.replaceFirst("/_history/.*", ""))
                        .toList(),
                EntryText.of(entry));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
