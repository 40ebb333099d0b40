package health.strand.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Data of a period. A permit wants all of its best known time inside; for a deny it is enough that any time known of
 * it touches the period.
 */
public record PeriodCriterion(Span span, Effect type) implements DataCriterion {

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return switch (type) {
            case PERMIT -> span.encloses(facts.bestKnownTime());
            case DENY -> touches(facts);
        };
    }

    private boolean touches(ResourceFacts facts) {
        Span clinical = facts.clinicalTime();
        Instant recorded = facts.recordedTime();
        return (clinical != null && span.overlaps(clinical))
                || (recorded != null && span.contains(recorded))
                || span.contains(facts.created());
    }

    @Override
    public String key() {
        return "period " + type + " " + text(span.start()) + " " + text(span.end());
    }

    @Override
    public DataCriterion in(Effect other) {
        return type == other ? this : new PeriodCriterion(span, other);
    }

    private static String text(@Nullable Instant bound) {
        return bound == null ? "-" : bound.toString();
    }
}
