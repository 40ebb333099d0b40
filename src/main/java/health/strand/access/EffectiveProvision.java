package health.strand.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A provision as it stands in its tree: what it leaves out is what the one around it has (rule E2). */
record EffectiveProvision(
        Provision own,
        @Nullable EffectiveProvision parent,
        int index,
        @Nullable Span period,
        List<ActorCriterion> actors,
        Set<PurposeOfUse> purposes,
        Set<Action> actions,
        Set<Confidentiality> confidentialities,
        Set<String> sensitivities,
        List<DataCriterion> classes,
        List<DataCriterion> codes,
        @Nullable DataCriterion dataPeriod,
        List<DataCriterion> data) {

    static EffectiveProvision root(Provision own) {
        return new EffectiveProvision(
                own,
                null,
                0,
                own.period(),
                own.actors(),
                own.purposes(),
                own.actions(),
                own.confidentialities(),
                own.sensitivities(),
                own.classes(),
                own.codes(),
                criterion(own),
                own.data());
    }

    Effect type() {
        return own.type();
    }

    EffectiveProvision child(int at) {
        Provision child = own.provisions().get(at);
        boolean labelled =
                !child.confidentialities().isEmpty() || !child.sensitivities().isEmpty();
        DataCriterion childsPeriod = criterion(child);
        return new EffectiveProvision(
                child,
                this,
                at,
                child.period() == null ? period : child.period(),
                heir(child.actors(), actors),
                heir(child.purposes(), purposes),
                heir(child.actions(), actions),
                labelled ? child.confidentialities() : confidentialities,
                labelled ? child.sensitivities() : sensitivities,
                heir(child.classes(), classes),
                heir(child.codes(), codes),
                childsPeriod == null ? dataPeriod : childsPeriod,
                heir(child.data(), data));
    }

    /** Every provision of this one's tree, itself first. */
    void forEach(Consumer<EffectiveProvision> visitor) {
        visitor.accept(this);
        for (int i = 0; i < own.provisions().size(); i++) {
            child(i).forEach(visitor);
        }
    }

    /** Whether it says which data it speaks of, rather than whose or for what. */
    boolean namesData() {
        return hasLabels() || !classes.isEmpty() || !codes.isEmpty() || dataPeriod != null || !data.isEmpty();
    }

    boolean hasLabels() {
        return !confidentialities.isEmpty() || !sensitivities.isEmpty();
    }

    /** The conditions it makes on data apart from labels, as a provision of its type makes them. */
    void forEachCriterion(Consumer<DataCriterion> visitor) {
        classes.forEach(each -> visitor.accept(each.in(type())));
        codes.forEach(each -> visitor.accept(each.in(type())));
        if (dataPeriod != null) {
            visitor.accept(dataPeriod.in(type()));
        }
        data.forEach(each -> visitor.accept(each.in(type())));
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

    private static @Nullable DataCriterion criterion(Provision provision) {
        Span span = provision.dataPeriod();
        return span == null ? null : new PeriodCriterion(span, provision.type());
    }

    private static <C extends Collection<?>> C heir(C own, C inherited) {
        return own.isEmpty() ? inherited : own;
    }
}
