package health.strand.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
        return new Provision(
                type,
                new Span(start, end),
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

    public Provision withActors(ActorCriterion... named) {
        return new Provision(
                type,
                period,
                List.of(named),
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

    public Provision withPurposes(PurposeOfUse... named) {
        return new Provision(
                type,
                period,
                actors,
                Set.of(named),
                actions,
                confidentialities,
                sensitivities,
                classes,
                codes,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withActions(Action... named) {
        return new Provision(
                type,
                period,
                actors,
                purposes,
                Set.of(named),
                confidentialities,
                sensitivities,
                classes,
                codes,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withConfidentialities(Confidentiality... named) {
        return new Provision(
                type,
                period,
                actors,
                purposes,
                actions,
                Set.of(named),
                sensitivities,
                classes,
                codes,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withSensitivities(String... named) {
        return new Provision(
                type,
                period,
                actors,
                purposes,
                actions,
                confidentialities,
                Set.of(named),
                classes,
                codes,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withClasses(String... typesOrProfiles) {
        List<DataCriterion> named = Arrays.stream(typesOrProfiles)
                .<DataCriterion>map(each -> new ClassCriterion(each, type))
                .toList();
        return new Provision(
                type,
                period,
                actors,
                purposes,
                actions,
                confidentialities,
                sensitivities,
                named,
                codes,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withCodes(String... systemsAndCodes) {
        List<DataCriterion> named = Arrays.stream(systemsAndCodes)
                .<DataCriterion>map(CodeCriterion::new)
                .toList();
        return new Provision(
                type,
                period,
                actors,
                purposes,
                actions,
                confidentialities,
                sensitivities,
                classes,
                named,
                dataPeriod,
                data,
                provisions);
    }

    public Provision withDataPeriod(@Nullable Instant start, @Nullable Instant end) {
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
                new Span(start, end),
                data,
                provisions);
    }

    public Provision withData(DataCriterion... named) {
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
                List.of(named),
                provisions);
    }

    public Provision withProvisions(Provision... nested) {
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
                List.of(nested));
    }
}
