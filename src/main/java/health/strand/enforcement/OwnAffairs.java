package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.Demand;
import health.strand.access.PatientId;
import health.strand.access.Permission;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;

/**
 * Lets past those whose affair a patient's privacy is: the patient, whoever acts for them, and the privacy officer. A patient
 * who names another's record is answered as for an id of nothing, everybody else in one way whatever they name.
 */
public final class OwnAffairs {

    private final AccessPolicy policy;
    private final Refusals refusals;
    private final WholeRecord whole;

    /**
     * @param served the types of resources the server keeps
     * @param challenge to an app that a stronger log-in of its user would help
     */
    public OwnAffairs(AccessPolicy policy, List<String> served, String challenge) {
        this.policy = policy;
        this.whole = new WholeRecord(policy, served);
        this.refusals = new Refusals(challenge);
    }

    /** Gives the requester when they may ask about the patient. */
    public Requester require(RequestDetails request, PatientId patient) {
        Requester requester = requester(request);
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        boolean acts = requester.kind() == RequesterKind.PATIENT || requester.kind() == RequesterKind.REPRESENTATIVE;
        if (!acts && !oversees(requester, reach)) {
            throw Refusals.ofOthers();
        }
        // the privacy officer is not shown who is a patient, and is answered the same about an id of nothing
        if (!reach.patients().includes(Set.of(patient))) {
            throw new ResourceNotFoundException(new IdType("Patient", patient.value()));
        }
        return requester;
    }

    private static boolean oversees(Requester requester, Reach reach) {
        return requester.actingRoles().contains(ClinicRole.PRIVACY_OFFICER) && reach.isOfEverybody(DataClass.PRIVACY);
    }

    /** Refuses who may not read a type of resources, as a read would be. */
    public void requireReading(RequestDetails request, String type) {
        Demand read = new Demand(type, Permission.READ);
        AccessDecision decision = policy.decide(requester(request), List.of(read));
        if (!decision.permits()) {
            throw refusals.of(decision);
        }
        if (!decision.isUnrestricted(read)) {
            throw Refusals.restricted(read);
        }
    }

    /** The types that the requester may read in the app they use. */
    public Set<String> readable(RequestDetails request) {
        return whole.open(requester(request));
    }

    private static Requester requester(RequestDetails request) {
        return CurrentRequester.of(request).orElseThrow(Refusals::ofOthers);
    }
}
