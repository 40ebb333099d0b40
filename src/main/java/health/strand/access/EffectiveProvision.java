package health.strand.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A provision as it stands in its tree: what it leaves out is what the one around it has (rule E2).
 *
 * <p>Nothing is worked out before it is asked for, because most provisions fail at the first question.
 */
record EffectiveProvision(Provision own, @Nullable EffectiveProvision parent, int index) {

    static EffectiveProvision root(Provision own) {
        return new EffectiveProvision(own, null, 0);
    }

    EffectiveProvision child(int at) {
        return new EffectiveProvision(own.provisions().get(at), this, at);
    }

    /** Every provision of this one's tree, itself first. */
    void forEach(Consumer<EffectiveProvision> visitor) {
        visitor.accept(this);
        for (int i = 0; i < own.provisions().size(); i++) {
            child(i).forEach(visitor);
        }
    }

    Effect type() {
        return own.type();
    }

    /** Whether it denies, and names emergencies. */
    boolean deniesInEmergencies() {
        return type() == Effect.DENY && purposes().contains(PurposeOfUse.BTG);
    }

    @Nullable
    Span period() {
        return parent == null || own.period() != null ? own.period() : parent.period();
    }

    List<ActorCriterion> actors() {
        return parent == null || !own.actors().isEmpty() ? own.actors() : parent.actors();
    }

    Set<PurposeOfUse> purposes() {
        return parent == null || !own.purposes().isEmpty() ? own.purposes() : parent.purposes();
    }

    Set<Action> actions() {
        return parent == null || !own.actions().isEmpty() ? own.actions() : parent.actions();
    }

    Set<Confidentiality> confidentialities() {
        return parent == null || labelled() ? own.confidentialities() : parent.confidentialities();
    }

    Set<String> sensitivities() {
        return parent == null || labelled() ? own.sensitivities() : parent.sensitivities();
    }

    List<DataCriterion> classes() {
        return parent == null || !own.classes().isEmpty() ? own.classes() : parent.classes();
    }

    List<DataCriterion> codes() {
        return parent == null || !own.codes().isEmpty() ? own.codes() : parent.codes();
    }

    List<DataCriterion> data() {
        return parent == null || !own.data().isEmpty() ? own.data() : parent.data();
    }

    /** The period its data is from, as a provision of its type makes it a condition. */
    @Nullable
    DataCriterion dataPeriod() {
        Span span = dataSpan();
        return span == null ? null : new PeriodCriterion(span, type());
    }

    boolean hasLabels() {
        return !confidentialities().isEmpty() || !sensitivities().isEmpty();
    }

    /** The conditions it makes on data apart from labels, as a provision of its type makes them. */
    void forEachCriterion(Consumer<DataCriterion> visitor) {
        classes().forEach(each -> visitor.accept(each.in(type())));
        codes().forEach(each -> visitor.accept(each.in(type())));
        data().forEach(each -> visitor.accept(each.in(type())));
        DataCriterion period = dataPeriod();
        if (period != null) {
            visitor.accept(period);
        }
    }

    /** The way to it from the root. */
    List<Integer> path() {
        if (parent == null) {
            return List.of();
        }
        List<Integer> path = new ArrayList<>(parent.path());
        path.add(index);
        return path;
    }

    private @Nullable Span dataSpan() {
        return parent == null || own.dataPeriod() != null ? own.dataPeriod() : parent.dataSpan();
    }

    /** Labels are one element: either kind replaces both. */
    private boolean labelled() {
        return !own.confidentialities().isEmpty() || !own.sensitivities().isEmpty();
    }
}
