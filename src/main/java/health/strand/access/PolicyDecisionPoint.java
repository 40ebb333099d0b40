package health.strand.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides from consents and base policy whether a reader may see matter (sections 3.1 to 3.3, steps 4 to 10).
 *
 * <p>Scopes and roles have been asked before, see {@link AccessPolicy}; this can only narrow what they leave open.
 */
public final class PolicyDecisionPoint {

    private final ImplicitPolicy base;
    private final Set<String> gate;
    private final boolean absoluteOptOut;

    /**
     * A point that decides by this policy.
     *
     * @param gated sensitivity codes that are opened by a consent that names them, and by nothing else
     * @param absoluteOptOut whether a consent can close anything in emergencies too; where the law knows no such thing, one
     *     that says so holds off everybody but who opened the record in an emergency
     */
    public PolicyDecisionPoint(ImplicitPolicy base, Set<String> gated, boolean absoluteOptOut) {
        this.base = base;
        this.gate = Set.copyOf(gated);
        this.absoluteOptOut = absoluteOptOut;
    }

    /**
     * Permits when every patient's part of the matter is permitted. Consents of other patients are passed over; matter
     * of no patient is left to the base policy.
     */
    public Verdict decide(
            Reader reader, Matter matter, Action action, Collection<ConsentDirective> directives, Instant at) {
        if (matter.patients().isEmpty()) {
            boolean gated = !gatedCodes(matter).isEmpty();
            return verdict(ofNobody(reader, matter, gated), List.of(), Set.of());
        }
        return decide(reader, matter, needed(action), directives, at, PatientSteps::rule);
    }

    /**
     * Whether matter may be taken into the record for a purpose. For care it is decided like everything else. For anything
     * beside it no policy is enough: every patient's consent must permit it to whoever takes it in, unless they take in what
     * is their own.
     */
    public Verdict collect(
            Reader reader, Matter matter, PurposeOfUse purpose, Collection<ConsentDirective> directives, Instant at) {
        if (reader.kind().actsForPatients() || purpose.isCare()) {
            Verdict verdict = decide(reader, matter, Action.COLLECT, directives, at);
            return decide(reader, matter, Action.COLLECT, speakingOfCollecting(directives, verdict), at);
        }
        return decide(
                reader.acting(purpose),
                matter,
                List.of(Action.COLLECT),
                directives,
                at,
                PatientSteps::ruleByConsentAlone);
    }

    /** A permit that lists what may be seen leaves out the rest of seeing, and not of collecting, unless it names that. */
    private static List<ConsentDirective> speakingOfCollecting(
            Collection<ConsentDirective> directives, Verdict verdict) {
        Set<String> leavingOut = verdict.grounds().stream()
                .filter(ground -> ground.why() == Why.LEFT_OUT)
                .map(ground -> String.valueOf(ground.consent()))
                .collect(Collectors.toSet());
        return directives.stream()
                .filter(each ->
                        each.root().actions().contains(Action.COLLECT) || !leavingOut.contains(each.reference()))
                .toList();
    }

    private Verdict decide(
            Reader reader,
            Matter matter,
            List<Action> actions,
            Collection<ConsentDirective> directives,
            Instant at,
            Function<PatientSteps, Ruling> rule) {
        Set<String> gatedCodes = gatedCodes(matter);
        Collection<Ground> grounds = new LinkedHashSet<>();
        Set<DecidingConsent> permitting = new HashSet<>();
        Set<DecidingConsent> denying = new HashSet<>();
        Ruling ruling = Ruling.PERMIT;
        for (PatientId patient : matter.patients()) {
            for (Action each : actions) {
                Question question = new Question(
                        reader, matter, patient, reader.to(patient), each, at, gate, gatedCodes, absoluteOptOut);
                PatientSteps steps = new PatientSteps(base, question, directives, grounds);
                Ruling one = rule.apply(steps);
                ruling = ruling.and(one);
                (one == Ruling.DENY ? denying : permitting).addAll(steps.deciding());
            }
        }
        return verdict(ruling, grounds, ruling == Ruling.DENY ? denying : permitting);
    }

    private Ruling ofNobody(Reader reader, Matter matter, boolean gated) {
        if (!matter.dataClass().aboutPatients()) {
            return Ruling.PERMIT;
        }
        // slots and schedules are for whoever reads the like of patients who come
        ImplicitRight right = base.right(reader, Relation.BOOKED, matter.dataClass());
        return PolicyAnswer.of(right, reader, matter, gated).ruling();
    }

    /** The sensitivities of matter that a consent must name to open it. */
    public Set<String> gatedCodes(Matter matter) {
        Set<String> codes = new HashSet<>(matter.sensitivities());
        codes.retainAll(gate);
        return codes;
    }

    /** Nothing is disclosed that may not be accessed. */
    private static List<Action> needed(Action action) {
        return switch (action) {
            case DISCLOSE -> List.of(Action.ACCESS, Action.DISCLOSE);
            case COLLECT, ACCESS, USE, CORRECT -> List.of(action);
        };
    }

    private static Verdict verdict(Ruling ruling, Collection<Ground> grounds, Set<DecidingConsent> consents) {
        Set<Obligation> obligations = ruling == Ruling.PERMIT_MINIMUM ? Set.of(Obligation.MINEC) : Set.of();
        return new Verdict(ruling.effect(), List.copyOf(grounds), obligations, consents);
    }
}
