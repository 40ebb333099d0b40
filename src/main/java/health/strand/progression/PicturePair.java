package health.strand.progression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two pictures of one zone (domain paper, section 5.2).
 *
 * @param differences what keeps them from being put side by side; empty when nothing does
 */
record PicturePair(Shot before, Shot after, List<Difference> differences) {

    /** Pixels may differ by this share at most. */
    private static final double PIXELS_ALIKE = 0.05;

    /** One thing that is otherwise in one than in the other; null where it is not said. */
    record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    static PicturePair of(Shot before, Shot after) {
        List<Difference> differences = new ArrayList<>();
        Set<String> said = new TreeSet<>(before.conditions().keySet());
        said.addAll(after.conditions().keySet());
        for (String each : said) {
            String one = before.conditions().get(each);
            String other = after.conditions().get(each);
            if (!Objects.equals(one, other)) {
                differences.add(new Difference(each, one, other));
            }
        }
        if (!pixelsAlike(before, after)) {
            differences.add(new Difference("pixel-size", pixel(before), pixel(after)));
        }
        return new PicturePair(before, after, List.copyOf(differences));
    }

    /** Two that nobody has calibrated, such as photographs, are alike. */
    private static boolean pixelsAlike(Shot before, Shot after) {
        if (before.pixel().isEmpty() && after.pixel().isEmpty()) {
            return true;
        }
        return before.pixel()
                .flatMap(one -> after.pixel().map(other -> Math.abs(other - one) <= PIXELS_ALIKE * one))
                .orElse(false);
    }

    private static @Nullable String pixel(Shot shot) {
        return shot.pixel().map(String::valueOf).orElse(null);
    }

    /** Whether they may be put side by side. */
    boolean isComparable() {
        return differences.isEmpty();
    }

    Duration apart() {
        return Duration.between(before.at(), after.at());
    }
}
