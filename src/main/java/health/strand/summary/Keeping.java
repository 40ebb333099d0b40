package health.strand.summary;

import health.strand.access.DataClass;
import health.strand.jurisdiction.RetentionRule;
import health.strand.jurisdiction.StartEvent;
import health.strand.visibility.Holding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reckons how long data of each class is kept, from the rules of a place and from what happened.
 *
 * @param told the classes of which whoever asks may know what there is
 * @param birth the patient's; null when it is not known
 * @param lastCare the last day the patient was cared for; null when none is known
 * @param lastProcedure the last day something was done to them; null when none is known
 */
record Keeping(
        Map<DataClass, RetentionRule> rules,
        Map<DataClass, Holding> holdings,
        Set<DataClass> told,
        ConsentDates consents,
        @Nullable LocalDate birth,
        @Nullable LocalDate lastCare,
        @Nullable LocalDate lastProcedure,
        LocalDate today,
        ZoneId zone) {

    Kept of(DataClass dataClass) {
        RetentionRule rule = rules.get(dataClass);
        Optional<LocalDate> event = event(dataClass, rule);
        Optional<LocalDate> ends = event.flatMap(day -> ends(dataClass, rule, day));
        return new Kept(
                dataClass, rule, event.orElse(null), ends.orElse(null), erasure(dataClass, rule, ends.orElse(null)));
    }

    private Optional<LocalDate> event(DataClass dataClass, @Nullable RetentionRule rule) {
        StartEvent start = rule == null ? null : rule.start();
        if (start == null || !told.contains(dataClass)) {
            return Optional.empty();
        }
        Holding holding = holdings.get(dataClass);
        return switch (start) {
            case END_OF_TREATMENT, LAST_CARE, DISCHARGE -> Optional.ofNullable(lastCare);
            case LAST_PROCEDURE -> Optional.ofNullable(lastProcedure);
            case LAST_CHANGE, END_OF_YEAR_OF_LAST_ENTRY ->
                Optional.ofNullable(holding).map(each -> day(each.changed()));
            case RECORDING -> Optional.ofNullable(holding).map(each -> day(each.recorded()));
            case CONSENT -> consents.given(dataClass).or(() -> consents.ended(dataClass));
            case WITHDRAWAL -> consents.ended(dataClass);
            case END_OF_PROCESSING, END_OF_PROJECT -> Optional.empty();
        };
    }

    /** What rests on a consent that stands no more is kept no longer. */
    private Optional<LocalDate> ends(DataClass dataClass, @Nullable RetentionRule rule, LocalDate event) {
        if (rule == null) {
            return Optional.empty();
        }
        boolean over =
                rule.start() == StartEvent.CONSENT && consents.given(dataClass).isEmpty();
        return over ? Optional.of(event) : rule.ends(event, birth);
    }

    private Erasure erasure(DataClass dataClass, @Nullable RetentionRule rule, @Nullable LocalDate ends) {
        if (!told.contains(dataClass)) {
            return Erasure.NOT_SHOWN;
        }
        if (!holdings.containsKey(dataClass)) {
            return Erasure.NOTHING_HELD;
        }
        if (ends != null) {
            return ends.isAfter(today) ? Erasure.FROM_A_DAY : Erasure.NOW;
        }
        StartEvent start = rule == null ? null : rule.start();
        if (start == StartEvent.WITHDRAWAL && consents.given(dataClass).isPresent()) {
            return Erasure.AFTER_WITHDRAWAL;
        }
        return start == StartEvent.END_OF_PROCESSING || start == StartEvent.END_OF_PROJECT
                ? Erasure.AFTER_USE
                : Erasure.UNKNOWN;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
