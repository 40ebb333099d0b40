package health.strand.explanation;

import health.strand.access.Ground;
import java.util.List;

/**
 * What one consent that takes part said.
 *
 * @param consent such as {@code Consent/x}
 * @param votes the provisions of it that spoke; none where it does not speak of this
 */
public record ConsentWord(String consent, String version, List<Ground> votes) {

    public ConsentWord {
        votes = List.copyOf(votes);
    }
}
