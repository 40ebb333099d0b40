package health.strand.consent;

import health.strand.access.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** When something happened to the patient, and when it was written down. */
final class FactTimes {

    /** The first that a resource has is the one that counts; {@code created} means the making of a picture here. */
    private static final List<Set<String>> HAPPENED = List.of(
            Set.of("effective"),
            Set.of("performed"),
            Set.of("occurrence"),
            Set.of("occurred"),
            Set.of("started"),
            Set.of("period"),
            Set.of("start", "end"),
            Set.of("executionPeriod"),
            Set.of("collection.collected"),
            Set.of("onset"),
            Set.of("created"));

    private static final List<String> WRITTEN_DOWN = List.of(
            "issued",
            "authored",
            "authoredOn",
            "recordedDate",
            "recorded",
            "dateAsserted",
            "assertedDate",
            "date",
            "dateTime",
            "sent",
            "receivedTime");

    private final ClinicTime time;

    FactTimes(ClinicTime time) {
        this.time = time;
    }

    @Nullable
    Span happened(Elements elements) {
        for (Set<String> paths : HAPPENED) {
            List<Span> spans = spans(elements, paths).toList();
            if (!spans.isEmpty()) {
                return hull(spans);
            }
        }
        return null;
    }

    @Nullable
    Instant writtenDown(Elements elements) {
        return WRITTEN_DOWN.stream()
                .flatMap(path -> elements.at(path, BaseDateTimeType.class))
                .filter(BaseDateTimeType::hasValue)
                .map(time::start)
                .findFirst()
                .orElse(null);
    }

    private Stream<Span> spans(Elements elements, Set<String> paths) {
        Stream<Span> dates = elements.within(paths, BaseDateTimeType.class)
                .filter(BaseDateTimeType::hasValue)
                .map(time::of);
        Stream<Span> periods = elements.within(paths, Period.class).flatMap(this::span);
        return Stream.concat(dates, periods);
    }

    /** One whose ends are exchanged still says that it happened between them. */
    private Stream<Span> span(Period period) {
        boolean says =
                period.getStartElement().hasValue() || period.getEndElement().hasValue();
        Optional<Span> span = says ? time.of(period) : Optional.empty();
        return says && span.isEmpty()
                ? Stream.of(time.of(period.getStartElement()), time.of(period.getEndElement()))
                : span.stream();
    }

    private static Span hull(List<Span> spans) {
        boolean begins = spans.stream().allMatch(span -> span.start() != null);
        boolean ends = spans.stream().allMatch(span -> span.end() != null);
        Stream<Instant> starts = spans.stream().map(Span::start).filter(Objects::nonNull);
        Stream<Instant> lasts = spans.stream().map(Span::end).filter(Objects::nonNull);
        return new Span(
                begins ? starts.min(Instant::compareTo).orElse(null) : null,
                ends ? lasts.max(Instant::compareTo).orElse(null) : null);
    }
}
