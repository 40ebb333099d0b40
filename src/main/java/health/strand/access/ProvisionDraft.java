package health.strand.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of a provision while one of them is changed. */
final class ProvisionDraft {

    Effect type;

    @Nullable
    Span period;

    List<ActorCriterion> actors;
    Set<PurposeOfUse> purposes;
    Set<Action> actions;
    Set<Confidentiality> confidentialities;
    Set<String> sensitivities;
    List<DataCriterion> classes;
    List<DataCriterion> codes;

    @Nullable
    Span dataPeriod;

    List<DataCriterion> data;
    List<Provision> provisions;

    ProvisionDraft(Provision from) {
        type = from.type();
        period = from.period();
        actors = from.actors();
        purposes = from.purposes();
        actions = from.actions();
        confidentialities = from.confidentialities();
        sensitivities = from.sensitivities();
        classes = from.classes();
        codes = from.codes();
        dataPeriod = from.dataPeriod();
        data = from.data();
        provisions = from.provisions();
    }

    Provision provision() {
        return new Provision(
                type,
                period,
                actors,
                purposes,
                actions,
                confidentialities,
                sensitivities,
                classes,
                codes,
                dataPeriod,
                data,
                provisions);
    }
}
