package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.ClientRole;
import health.strand.access.ConsentDirective;
import health.strand.access.RequesterKind;
import health.strand.consent.ConsentLimits;
import health.strand.consent.ConsentProblem;
import health.strand.consent.ConsentRules;
import health.strand.validation.Problem;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * Refuses consents that could not be carried out as they are written, and lets what follows from the others be done. It
 * looks when references are resolved, and before anything is committed.
 */
@Interceptor(order = -700)
public final class ConsentDoor {

    private static final String FOLLOWED = ConsentDoor.class.getName();

    private final ConsentRules rules;
    private final ConsentConsequences consequences;
    private final Function<Consent, List<ConsentDirective>> together;
    private final Clock clock;

    /** @param together all active consents of the patient of a written one, with it */
    public ConsentDoor(
            ConsentRules rules,
            ConsentConsequences consequences,
            Function<Consent, List<ConsentDirective>> together,
            Clock clock) {
        this.rules = rules;
        this.consequences = consequences;
        this.together = together;
        this.clock = clock;
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created, RequestDetails request) {
        if (created instanceof Consent consent) {
            signed(consent, request);
            written(null, consent, request, mayBackdate(request));
        }
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (after instanceof Consent consent && before instanceof Consent old) {
            // the date it bears already was looked at when it was given
            boolean sameDate = old.getStatus() == ConsentState.ACTIVE && isOfOneDate(old, consent);
            if (!sameDate) {
                signed(consent, request);
            }
            written(old, consent, request, sameDate || mayBackdate(request));
        }
    }

    private static boolean isOfOneDate(Consent one, Consent other) {
        return one.getDateTimeElement().equalsDeep(other.getDateTimeElement());
    }

    /** Whoever files a consent for themselves or for a patient they act for has decided it, and nobody else. */
    private static void signed(Consent consent, @Nullable RequestDetails request) {
        if (consent.getStatus() != ConsentState.ACTIVE) {
            return;
        }
        CurrentRequester.of(request)
                .filter(each -> each.kind() == RequesterKind.PATIENT || each.kind() == RequesterKind.REPRESENTATIVE)
                .filter(each -> consent.getPerformer().stream()
                        .anyMatch(performer -> !each.person().equals(performer.getReference())))
                .ifPresent(each -> {
                    throw Unprocessable.of(List.of(new Problem(
                            "Consent.performer",
                            "hr-consent-performer",
                            "who files a consent for a patient is the one who decided it")));
                });
    }

    /** Two receipts of one write would say that it happened twice, however often a hook is called. */
    private static boolean isFollowed(Consent consent) {
        String version = consent.getIdElement().toUnqualified().getValue();
        boolean followed = version != null && version.equals(consent.getUserData(FOLLOWED));
        consent.setUserData(FOLLOWED, version);
        return followed;
    }

    private void written(
            @Nullable Consent before, Consent consent, @Nullable RequestDetails request, boolean mayBackdate) {
        refuse(rules.problems(consent, clock.instant(), mayBackdate));
        if (request != null && !isFollowed(consent)) {
            consequences.follow(before, consent, request);
        }
        // those it took the place of count no more
        if (consent.getStatus() == ConsentState.ACTIVE) {
            refuse(ConsentLimits.problems(together.apply(consent), clock.instant()));
        }
    }

    private static void refuse(List<ConsentProblem> found) {
        if (!found.isEmpty()) {
            throw Unprocessable.of(Unprocessable.problems(found));
        }
    }

    /** The clinic's own back end takes over what was signed on paper. */
    private static boolean mayBackdate(@Nullable RequestDetails request) {
        return CurrentRequester.of(request)
                .filter(each -> each.kind() == RequesterKind.SYSTEM && each.clientRole() == ClientRole.OWN)
                .isPresent();
    }
}
