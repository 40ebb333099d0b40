package health.strand.dicomweb;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days as FHIR searches for them, with one more on either side: what has a time is of another day in another zone.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">FHIR search, date</a>
 */
final class Days {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * Those from the first to the last day.
     *
     * @param first as {@code YYYYMMDD}; empty for no first
     * @param last the same
     * @return what must be met; nothing for what is no day
     */
    static List<String> around(String first, String last) {
        Optional<String> from = day(first).map(each -> "ge" + each.minusDays(1));
        Optional<String> to = day(last).map(each -> "le" + each.plusDays(1));
        return Stream.of(from, to).flatMap(Optional::stream).toList();
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
