package health.strand.dicomweb;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Days as FHIR searches for them, with one more on either side: what has a time is of another day in another zone.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">FHIR search, date</a>
 */
final class Days {

    private static final int MOST_NAMED = 33;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * Those from the first to the last day, each named where they are few.
     *
     * @param first as {@code YYYYMMDD}; empty for no first
     * @param last the same
     * @return empty where they are no days, or all
     */
    static Optional<String> around(String first, String last) {
        Optional<LocalDate> from = day(first).map(each -> each.minusDays(1));
        Optional<LocalDate> to = day(last).map(each -> each.plusDays(1));
        if (from.isEmpty() || to.isEmpty()) {
            return from.map(each -> "ge" + each).or(() -> to.map(each -> "le" + each));
        }
        return to.get().isBefore(from.get()) ? Optional.empty() : Optional.of(between(from.get(), to.get()));
    }

    private static String between(LocalDate from, LocalDate to) {
        return from.plusDays(MOST_NAMED).isAfter(to)
                ? from.datesUntil(to.plusDays(1)).map(LocalDate::toString).collect(Collectors.joining(","))
                : "ge" + from;
    }

    /** Empty for what is no day that FHIR could name. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
                    .filter(each -> each.getYear() > FIRST_YEAR && each.getYear() < LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
