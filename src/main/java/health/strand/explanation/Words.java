package health.strand.explanation;

import health.strand.access.Confidentiality;
import health.strand.access.Effect;
import health.strand.access.Ground;
import health.strand.access.Why;
import java.util.List;
import java.util.stream.Collectors;

/** What an explanation says, in sentences that a patient reads. */
public final class Words {

    private Words() {}

    /** The answer and its reason in one sentence. */
    public static String of(Explanation explanation) {
        StepWord last = explanation.decisive();
        String answer = explanation.effect() == Effect.PERMIT ? "Can be seen" : "Cannot be seen";
        if (last.rule() == Rule.ROLE) {
            return answer + ": " + of(last) + ".";
        }
        if (!explanation.obligations().isEmpty()) {
            return answer + ": no more than a part of it would be allowed, and the server does not hand out parts.";
        }
        return last.grounds().stream()
                .filter(ground -> ground.effect() == explanation.effect())
                .findFirst()
                .map(ground -> answer + ": " + of(ground.why(), ground.effect()) + ".")
                .orElse(answer + ".");
    }

    /** What a rule said. */
    public static String of(StepWord step) {
        if (step.rule() == Rule.ROLE) {
            return step.said() == StepWord.Said.DENY
                    ? "no role of the reader opens such data for this purpose"
                    : "the reader's role can open such data";
        }
        return switch (step.said()) {
            case NOT_ASKED -> "was not asked any more";
            case NOTHING, PERMIT, DENY ->
                step.grounds().isEmpty()
                        ? "had nothing to say"
                        : step.grounds().stream().map(Words::of).distinct().collect(Collectors.joining("; "));
        };
    }

    private static String of(Ground ground) {
        return of(ground.why(), ground.effect());
    }

    private static String of(Why why, @org.jspecify.annotations.Nullable Effect effect) {
        return switch (why) {
            case OPEN_TO_EVERYBODY -> "everybody reads what the clinic keeps about itself";
            case OWN_RECORD -> "it is the patient's own record";
            case REPRESENTED_RECORD -> "the reader acts for the patient";
            case WITHHELD_FROM_PATIENT -> "a clinician has withheld it from the patient for a time";
            case PERSONAL_TO_PATIENT -> "it is marked as personal to the patient";
            case NOT_NAMED_FOR_APP -> "an app gets such sensitive data only by a consent that names it";
            case OVERSIGHT -> "the privacy officer reads consents and the log";
            case OUTSIDE_OVERSIGHT ->
                "the privacy officer reads nothing but consents and the log while no case is open";
            case CASE_OPEN -> "the privacy officer has a case open about the patient";
            case OUTSIDE_CASE -> "a case opens reading only, and not all kinds of data";
            case PROVISION_APPLIES ->
                effect == Effect.DENY ? "a consent of the patient denies it" : "a consent of the patient permits it";
            case LEFT_OUT -> "a consent of the patient speaks of other data only and leaves this out";
            case UNREADABLE -> "a consent of the patient cannot be read, and counts as a denial where it may be one";
            case NO_EMERGENCY_OPEN -> "no emergency is open";
            case EMERGENCY_OPEN -> "the reader has opened the record in an emergency";
            case CLOSED_IN_EMERGENCIES -> "a consent of the patient keeps it closed in emergencies too";
            case NEVER_IN_EMERGENCIES -> "an emergency opens reading only, and no such sensitive data";
            case GATED_CODE_NOT_NAMED -> "no consent names the sensitive kind of data this is";
            case ROLE_READS_CLASS -> "the reader's work takes it, and no consent says otherwise";
            case ROLE_READS_MINIMUM -> "the reader's work takes a part of it only";
            case OWN_ITEM -> "the reader was asked for it or made it";
            case NOT_OWN_ITEM -> "the reader sees only what they were asked for or made";
            case NEEDS_PERMIT -> "it takes a consent of the patient, and there is none";
            case ROLE_NEVER_READS_CLASS -> "nothing gives the reader such data of this patient";
        };
    }

    /** What would turn the answer, in one sentence. */
    public static String of(Counterfactual one) {
        String whole = one.effect() == Effect.PERMIT ? "Could be seen if " : "Could not be seen if ";
        List<String> parts = one.changes().stream().map(Words::of).toList();
        return whole + String.join(" and ", parts) + ".";
    }

    private static String of(Change change) {
        return switch (change.kind()) {
            case CONSENT_PERMITS -> "a consent permitted " + labels(change) + " for " + change.purpose();
            case CONSENT_NAMES_READER ->
                "a consent that names the reader permitted " + labels(change) + " for " + change.purpose();
            case CONSENT_DENIES -> "a consent denied it to the reader for " + change.purpose();
            case CONSENT_WITHDRAWN -> change.consent() + " were withdrawn";
            case TREATMENT_BEGINS -> "the reader treated the patient";
            case BOOKING_BEGINS -> "the patient were booked at the desk";
            case BOOKING_ENDS -> "no visit of the patient were near";
            case TREATMENT_ENDS -> "the reader no longer treated the patient";
            case ROLE_ENDS ->
                "the reader were no longer "
                        + (change.role() == null ? "in a role" : change.role().code());
            case MANDATE_ENDS -> "the reader no longer acted for the patient";
            case TIME_PASSES -> "it were " + change.at();
            case WEAK_LOG_IN -> "the reader signed in by a password only";
        };
    }

    private static String labels(Change change) {
        boolean confidentiality = change.codes().stream()
                .anyMatch(code -> Confidentiality.fromCode(code).isPresent());
        return confidentiality ? "such data" : String.join(" and ", change.codes()) + " by name";
    }
}
