package health.strand.progression;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Which two pictures are sought.
 *
 * @param view a code of {@code photo-view}; empty for any, the same in both
 * @param first day near which the earlier one is sought; empty for as early as can be
 * @param second day near which the later one is sought; empty for as late as can be
 */
public record PairQuestion(Optional<String> view, Optional<LocalDate> first, Optional<LocalDate> second) {

    /** More pictures of one zone and view than this nobody lays beside each other one by one. */
    private static final int MOST = 400;

    /** The pair that fits best, as the answer of an operation. */
    public Parameters answer(List<Media> pictures) {
        return PairParameters.of(in(pictures));
    }

    /**
     * The best of the pairs that may be put side by side; where there is none, the best of those that differ in the fewest
     * things. Empty for fewer than two pictures.
     */
    Optional<PicturePair> in(List<Media> pictures) {
        List<Shot> shots = pictures.stream()
                .flatMap(each -> Shot.of(each).stream())
                .filter(each ->
                        view.isEmpty() || view.get().equals(each.conditions().get("view")))
                .sorted(Comparator.comparing(Shot::at)
                        .thenComparing(each -> each.media().getIdElement().getIdPart()))
                .limit(MOST)
                .toList();
        List<PicturePair> pairs = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            for (int j = i + 1; j < shots.size(); j++) {
                if (shots.get(i).at().isBefore(shots.get(j).at())) {
                    pairs.add(PicturePair.of(shots.get(i), shots.get(j)));
                }
            }
        }
        return pairs.stream()
                .min(Comparator.<PicturePair>comparingInt(
                                each -> each.differences().size())
                        .thenComparing(this::off));
    }

    /** How far a pair is from what is sought: from its days, and from as far apart as can be where no day is named. */
    private Duration off(PicturePair pair) {
        Duration early = first.map(day -> off(day, pair.before().at()))
                .orElseGet(() -> Duration.between(Instant.EPOCH, pair.before().at()));
        Duration late = second.map(day -> off(day, pair.after().at()))
                .orElseGet(() -> Duration.between(pair.after().at(), Instant.EPOCH));
        return early.plus(late);
    }

    private static Duration off(LocalDate day, Instant at) {
        return Duration.between(day.atTime(12, 0).toInstant(ZoneOffset.UTC), at).abs();
    }
}
