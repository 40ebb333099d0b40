package health.strand.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of instants: its start belongs to it, its end does not. Where a bound is null there is none.
 *
 * <p>When start and end are equal it is a moment: it contains nothing, but lies in whatever contains that instant.
 * One that ends before it starts is refused with an IllegalArgumentException.
 */
public record Span(@Nullable Instant start, @Nullable Instant end) {

    private static final Span ALWAYS = new Span(null, null);

    public Span {
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a span does not end before it starts");
        }
    }

    /** All of time. */
    public static Span always() {
        return ALWAYS;
    }

    /** The span that is one instant. */
    public static Span at(Instant instant) {
        return new Span(instant, instant);
    }

    /** Whether the instant is in it. */
    public boolean contains(Instant instant) {
        return (start == null || !instant.isBefore(start)) && (end == null || instant.isBefore(end));
    }

    /** Whether some of the other span is in it. */
    public boolean overlaps(Span other) {
        if (isMoment()) {
            return start != null && other.contains(start);
        }
        if (other.isMoment()) {
            return encloses(other);
        }
        return startsBefore(other.end) && other.startsBefore(end);
    }

    /** Whether all of the other span is in it. */
    public boolean encloses(Span other) {
        if (other.isMoment()) {
            return other.start != null && contains(other.start);
        }
        boolean fromStart = start == null || (other.start != null && !other.start.isBefore(start));
        boolean toEnd = end == null || (other.end != null && !other.end.isAfter(end));
        return fromStart && toEnd;
    }

    private boolean isMoment() {
        return start != null && start.equals(end);
    }

    private boolean startsBefore(@Nullable Instant bound) {
        return start == null || bound == null || start.isBefore(bound);
    }
}
