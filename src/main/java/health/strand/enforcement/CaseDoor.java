package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.Assurance;
import health.strand.access.ClinicRole;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;

/** Says who may open a case about a patient, before it is asked whose; what it answers hangs on the requester alone. */
public final class CaseDoor {

    private static final String OFFICER_ONLY =
            "access denied: cases are opened and closed by the privacy officer, in an app of the clinic";
    private static final String STALE = "a strong log-in of the last five minutes is needed to open a case";

    private final String challenge;

    /** @param challenge to an app whose user must log in strongly again */
    public CaseDoor(String challenge) {
        this.challenge = challenge;
    }

    /** Lets through who may open a case now. */
    public void passToOpen(Requester requester) {
        passToClose(requester);
        if (requester.assurance() != Assurance.FRESH) {
            throw Refusals.ofWeakLogIn(STALE, STALE, challenge);
        }
    }

    /** Lets through the privacy officer; to close a case takes nothing more. */
    public void passToClose(Requester requester) {
        if (!requester.clientRole().worksForClinic()
                || requester.kind() != RequesterKind.STAFF
                || !requester.actingRoles().contains(ClinicRole.PRIVACY_OFFICER)) {
            throw new ForbiddenOperationException(OFFICER_ONLY);
        }
    }
}
