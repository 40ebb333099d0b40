package health.strand.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step's word about one patient's data. Matter of no patient has none: the base policy alone decides.
 *
 * @param effect null when the step looked and said nothing
 * @param consent reference of the consent that speaks, if one does
 * @param provisionPath the way from the root provision to the one that speaks: indexes from 0, empty for the root
 */
public record Ground(
        Step step,
        @Nullable Effect effect,
        PatientId patient,
        @Nullable String consent,
        List<Integer> provisionPath,
        Why why) {

    public Ground {
        provisionPath = List.copyOf(provisionPath);
    }

    /** The word of a step that rests on no consent. */
    static Ground of(Step step, @Nullable Effect effect, PatientId patient, Why why) {
        return new Ground(step, effect, patient, null, List.of(), why);
    }
}
