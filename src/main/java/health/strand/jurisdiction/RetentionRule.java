package health.strand.jurisdiction;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a class of data is kept.
 *
 * @param period null when the law of the place is not known here: then nobody can say when it ends
 * @param start what the period is reckoned from
 * @param minorsUntil up to which birthday what was recorded of minors is kept at least
 * @param source the law, or what else it rests on
 * @param verified whether somebody has read that; what is not is to be checked by a lawyer
 */
public record RetentionRule(
        @Nullable Period period,
        @Nullable StartEvent start,
        @Nullable Integer minorsUntil,
        String source,
        boolean verified) {

    /**
     * The first day on which it need not be kept any more; empty when nobody has said how long.
     *
     * @param event the day of what the period is reckoned from
     * @param birth the patient's, where it is known
     */
    public Optional<LocalDate> ends(LocalDate event, @Nullable LocalDate birth) {
        if (period == null) {
            return Optional.empty();
        }
        LocalDate from =
                start == StartEvent.END_OF_YEAR_OF_LAST_ENTRY ? LocalDate.of(event.getYear() + 1, 1, 1) : event;
        LocalDate end = from.plus(period);
        LocalDate grown = birth == null || minorsUntil == null ? end : birth.plusYears(minorsUntil);
        return Optional.of(grown.isAfter(end) ? grown : end);
    }

    RetentionRule withMinorsUntil(int birthday, boolean read) {
        return new RetentionRule(period, start, birthday, source, verified && read);
    }
}
