package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.Assurance;
import health.strand.access.ImplicitPolicy;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Says who may open a record in an emergency at all, before it is asked whose. What it answers hangs on the requester
 * alone; every other refusal is the one {@link #refused()}, so that it tells nothing of patients.
 */
public final class EmergencyDoor {

    private static final String NOT_OPENED =
            "access denied: the record was not opened; it takes somebody of the clinic who may open records in an"
                    + " emergency, a patient of the clinic, a coded `reason` and an `explanation` of 20 characters at"
                    + " least";

    private static final String STALE =
            "a strong log-in of the last five minutes is needed to open a record in an emergency";

    private final ImplicitPolicy policy;
    private final boolean lawful;
    private final String challenge;

    /**
     * @param lawful whether the law the clinic works under lets anybody open records in an emergency
     * @param challenge to an app whose user must log in strongly again
     */
    public EmergencyDoor(ImplicitPolicy policy, boolean lawful, String challenge) {
        this.policy = policy;
        this.lawful = lawful;
        this.challenge = challenge;
    }

    /** Lets through who may open records now. */
    public void pass(Requester requester) {
        if (!lawful
                || !requester.clientRole().worksForClinic()
                || requester.kind() != RequesterKind.STAFF
                || !policy.breaksGlass(requester.actingRoles())) {
            throw refused();
        }
        if (requester.assurance() != Assurance.FRESH) {
            throw Refusals.ofWeakLogIn(STALE, STALE, challenge);
        }
    }

    /** The same for whatever else is missing. */
    public static ForbiddenOperationException refused() {
        OperationOutcome outcome = Refusals.because("emergency-not-opened");
        Refusals.add(outcome, IssueType.FORBIDDEN, NOT_OPENED);
        return new ForbiddenOperationException(NOT_OPENED, outcome);
    }
}
