package health.strand.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the consents of one patient say to a question, together: any deny denies, and permits add up.
 *
 * <p>Their order does not matter, and hearing one twice does not either.
 */
final class ConsentVote {

    private final Question question;
    private final ProvisionMatch match;
    private final Collection<Ground> grounds;
    private final Set<String> namedCodes = new HashSet<>();
    private final Set<DecidingConsent> denying = new HashSet<>();
    private final Set<DecidingConsent> permitting = new HashSet<>();
    private boolean deniesEvenEmergencies;
    private boolean namesReader;

    ConsentVote(Question question, Collection<Ground> grounds) {
        this.question = question;
        this.match = new ProvisionMatch(question);
        this.grounds = grounds;
    }

    void hear(ConsentDirective consent) {
        listen(consent);
        deniesEvenEmergencies |= consent.absolute() && denying.contains(versioned(consent));
    }

    private void listen(ConsentDirective consent) {
        switch (consent.readability()) {
            case READABLE -> hear(consent, EffectiveProvision.root(consent.root()));
            case UNREADABLE_DENYING -> deny(consent, List.of(), Why.UNREADABLE);
            case UNREADABLE_PERMITTING -> say(Step.CONSENT_PERMITS, null, consent, List.of(), Why.UNREADABLE);
        }
    }

    boolean denies() {
        return !denying.isEmpty();
    }

    /** Whether a deny holds in emergencies too: one of a consent that says so, or one that names them. */
    boolean deniesEvenEmergencies() {
        return deniesEvenEmergencies;
    }

    boolean permits() {
        return !permitting.isEmpty();
    }

    Set<DecidingConsent> denying() {
        return denying;
    }

    Set<DecidingConsent> permitting() {
        return permitting;
    }

    /** Whether the permits together name every gated code the matter bears. */
    boolean namesAllGatedCodes() {
        return namedCodes.containsAll(question.gatedCodes());
    }

    /** Whether a permit names the reader, not just a party the reader belongs to. */
    boolean namesReader() {
        return namesReader;
    }

    private void hear(ConsentDirective consent, EffectiveProvision root) {
        Span period = root.period();
        if (period != null && !period.contains(question.at())) {
            return;
        }
        if (!applies(consent, root) && leavesOut(root)) {
            deny(consent, List.of(), Why.LEFT_OUT);
        }
    }

    /** Takes the word of the innermost provisions that match (rule E3); whether there was one. */
    private boolean applies(ConsentDirective consent, EffectiveProvision provision) {
        boolean nested = false;
        for (int i = 0; i < provision.own().provisions().size(); i++) {
            nested |= applies(consent, provision.child(i));
        }
        if (nested || !match.matches(provision)) {
            return nested;
        }
        switch (provision.type()) {
            case PERMIT -> permit(consent, provision);
            case DENY -> {
                deniesEvenEmergencies |= provision.deniesInEmergencies();
                deny(consent, provision.path(), Why.PROVISION_APPLIES);
            }
        }
        return true;
    }

    /**
     * Whether a root that does not match denies what it does not cover (rule E4). One that names no data covers all it
     * concerns, so that there is nothing to leave out.
     */
    private boolean leavesOut(EffectiveProvision root) {
        return root.type() == Effect.PERMIT && match.concerns(root) && match.isOfItsSort(root);
    }

    private void permit(ConsentDirective consent, EffectiveProvision provision) {
        permitting.add(versioned(consent));
        namedCodes.addAll(provision.sensitivities());
        for (ActorCriterion actor : provision.actors()) {
            namesReader |= actor.namesInPerson(question.reader());
        }
        say(Step.CONSENT_PERMITS, Effect.PERMIT, consent, provision.path(), Why.PROVISION_APPLIES);
    }

    private void deny(ConsentDirective consent, List<Integer> path, Why why) {
        denying.add(versioned(consent));
        say(Step.CONSENT_DENIES, Effect.DENY, consent, path, why);
    }

    private DecidingConsent versioned(ConsentDirective consent) {
        return new DecidingConsent(question.patient(), consent.reference() + "/_history/" + consent.version());
    }

    private void say(Step step, @Nullable Effect effect, ConsentDirective consent, List<Integer> path, Why why) {
        grounds.add(new Ground(step, effect, question.patient(), consent.reference(), path, why));
    }
}
