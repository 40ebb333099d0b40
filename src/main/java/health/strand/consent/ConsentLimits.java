package health.strand.consent;

import health.strand.access.ConsentDirective;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/**
 * How much one patient may have decided at a time. Consents are compiled before the answer to whoever writes one; without
 * limits, a single writer could hold the database for minutes.
 */
public final class ConsentLimits {

    static final int MOST_CONSENTS = 200;
    /** HAPI's validator takes four times as long for twice as many, and is asked at a withdrawal too. */
    static final int MOST_PROVISIONS = 250;

    static final int MOST_NAMED = 250;
    static final int MOST_INSTANTS = 100;
    /** Every provision is asked about in every span of time between two such instants. */
    static final long MOST_TOGETHER = 10_000;

    private static final Set<ConsentState> ENDED = EnumSet.of(ConsentState.INACTIVE, ConsentState.ENTEREDINERROR);
    private static final String PROVISIONS = "a patient's active consents have at most 250 provisions in all";

    private ConsentLimits() {}

    /**
     * What is too much; empty when nothing is.
     *
     * @param active all active consents of one patient, with the one that is written
     */
    public static List<ConsentProblem> problems(Collection<ConsentDirective> active, Instant now) {
        List<ConsentProblem> problems = new ArrayList<>();
        Place consent = new Place("Consent", problems);
        Set<Instant> instants = new HashSet<>();
        Set<String> named = new HashSet<>();
        long provisions = 0;
        for (ConsentDirective each : active) {
            provisions += each.provisions();
            named.addAll(each.actorReferences());
            instants.addAll(each.boundaries().tailSet(now));
        }
        refuse(consent, active.size() > MOST_CONSENTS, "a patient has at most 200 active consents");
        Place provision = consent.at("provision");
        refuse(provision, provisions > MOST_PROVISIONS, PROVISIONS);
        refuse(provision, named.size() > MOST_NAMED, "a patient's active consents name at most 250 actors in all");
        refuse(
                provision,
                instants.size() > MOST_INSTANTS,
                "the periods of a patient's active consents begin and end at no more than 100 different times to come");
        refuse(
                provision,
                provisions * (instants.size() + 1) > MOST_TOGETHER,
                "a patient's active consents have too many provisions for so many different times to come;"
                        + " their product is at most 10000");
        return List.copyOf(problems);
    }

    /** Whether a consent alone holds more provisions than a patient may have. */
    public static List<ConsentProblem> tooLarge(Consent written) {
        List<ConsentProblem> problems = new ArrayList<>();
        refuse(new Place("Consent", problems).at("provision"), isLarge(written, MOST_PROVISIONS), PROVISIONS);
        return List.copyOf(problems);
    }

    /** The same of a new version. One that ends may be as large as it is stored: nobody is kept from a withdrawal. */
    public static List<ConsentProblem> tooLarge(Consent stored, Consent written) {
        boolean asItWas = isEnd(written) && !isLarge(written, count(stored.getProvision(), Integer.MAX_VALUE));
        return asItWas ? List.of() : tooLarge(written);
    }

    /** Whether it is too large unless it ends what is stored as large. */
    public static boolean mayBeAsLargeAsStored(Consent written) {
        return isEnd(written) && isLarge(written, MOST_PROVISIONS);
    }

    private static boolean isEnd(Consent written) {
        return ENDED.contains(written.getStatus());
    }

    private static boolean isLarge(Consent written, int most) {
        return count(written.getProvision(), most) > most;
    }

    /** Counts little further than needed. */
    private static int count(ProvisionComponent root, int most) {
        Deque<ProvisionComponent> waiting = new ArrayDeque<>(List.of(root));
        int counted = 0;
        while (!waiting.isEmpty() && counted <= most) {
            waiting.addAll(waiting.pop().getProvision());
            counted++;
        }
        return counted;
    }

    private static void refuse(Place place, boolean tooMuch, String text) {
        if (tooMuch) {
            place.refuse(ConsentRule.LIMIT, text);
        }
    }
}
