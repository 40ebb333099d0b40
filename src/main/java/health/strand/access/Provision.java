package health.strand.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a consent, with the rules nested in it (rules E1 to E4).
 *
 * <p>What is empty or null is absent: a nested provision then has what the one around it has, and at the root anything
 * matches. Confidentialities and sensitivities are one element, the security label: naming either replaces both.
 *
 * @param period when it holds
 * @param actors whom it speaks of; any one suffices, as in all that follow
 * @param confidentialities a permit covers what is at or below, a deny what is at or above
 * @param sensitivities codes of v3-ActCode
 * @param classes resource types and profiles
 * @param dataPeriod when the data is from
 * @param data single resources and what belongs to them
 */
public record Provision(
        Effect type,
        @Nullable Span period,
        List<ActorCriterion> actors,
        Set<PurposeOfUse> purposes,
        Set<Action> actions,
        Set<Confidentiality> confidentialities,
        Set<String> sensitivities,
        List<DataCriterion> classes,
        List<DataCriterion> codes,
        @Nullable Span dataPeriod,
        List<DataCriterion> data,
        List<Provision> provisions) {

    public Provision {
        actors = List.copyOf(actors);
        purposes = Set.copyOf(purposes);
        actions = Set.copyOf(actions);
        confidentialities = Set.copyOf(confidentialities);
        sensitivities = Set.copyOf(sensitivities);
        classes = List.copyOf(classes);
        codes = List.copyOf(codes);
        data = List.copyOf(data);
        provisions = List.copyOf(provisions);
    }

    /** A provision that speaks of everything. */
    public static Provision of(Effect type) {
        return new Provision(
                type, null, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), null, List.of(),
                List.of());
    }

    public Provision withPeriod(@Nullable Instant start, @Nullable Instant end) {
        return with(draft -> draft.period = new Span(start, end));
    }

    public Provision withActors(ActorCriterion... named) {
        return with(draft -> draft.actors = List.of(named));
    }

    public Provision withPurposes(PurposeOfUse... named) {
        return with(draft -> draft.purposes = Set.of(named));
    }

    public Provision withActions(Action... named) {
        return with(draft -> draft.actions = Set.of(named));
    }

    public Provision withConfidentialities(Confidentiality... named) {
        return with(draft -> draft.confidentialities = Set.of(named));
    }

    public Provision withSensitivities(String... named) {
        return with(draft -> draft.sensitivities = Set.of(named));
    }

    public Provision withClasses(String... typesOrProfiles) {
        return with(draft -> draft.classes = Arrays.stream(typesOrProfiles)
                .<DataCriterion>map(each -> new ClassCriterion(each, type))
                .toList());
    }

    public Provision withCodes(String... systemsAndCodes) {
        return with(draft -> draft.codes = Arrays.stream(systemsAndCodes)
                .<DataCriterion>map(CodeCriterion::new)
                .toList());
    }

    public Provision withDataPeriod(@Nullable Instant start, @Nullable Instant end) {
        return with(draft -> draft.dataPeriod = new Span(start, end));
    }

    public Provision withData(DataCriterion... named) {
        return with(draft -> draft.data = List.of(named));
    }

    public Provision withProvisions(Provision... nested) {
        return with(draft -> draft.provisions = List.of(nested));
    }

    /** The same provision with a change. */
    Provision with(Consumer<ProvisionDraft> change) {
        ProvisionDraft draft = new ProvisionDraft(this);
        change.accept(draft);
        return draft.provision();
    }
}
