package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.AllPatients;
import health.strand.access.DataClass;
import health.strand.access.Demand;
import health.strand.access.PatientReach;
import health.strand.access.Permission;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.labeling.PatientSubjects;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * Leaves out of an answer what came along by inclusion and no scope of the token covers, and single reads that a
 * restricted scope does not reach. The database has already left out what the requester may not see.
 */
@Interceptor
public final class ScopedDisclosure {

    private final AccessPolicy policy;
    private final Function<Resource, DataClass> classes;
    private final PatientSubjects subjects;
    private final BiPredicate<String, Resource> matches;

    /**
     * @param classes the class of a resource that was found
     * @param matches whether a resource is among the results of a query such as {@code Observation?category=x}
     */
    public ScopedDisclosure(
            AccessPolicy policy,
            Function<Resource, DataClass> classes,
            PatientSubjects subjects,
            BiPredicate<String, Resource> matches) {
        this.policy = policy;
        this.classes = classes;
        this.subjects = subjects;
        this.matches = matches;
    }

    /** Before resources are put into an answer. */
    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void keepToScopes(IPreResourceShowDetails shown, RequestDetails request) {
        if (!(request instanceof ServletRequestDetails asked)) {
            return;
        }
        Optional<Requester> requester = CurrentRequester.of(asked.getServletRequest());
        PatientReach reached = DecidedReach.of(asked).map(Reach::patients).orElseGet(AllPatients::new);
        for (int index = 0; index < shown.size(); index++) {
            IBaseResource resource = shown.getResource(index);
            if (resource instanceof Resource found && !(found instanceof OperationOutcome)) {
                if (requester.isEmpty() || !covered(requester.get(), found, reached)) {
                    leaveOut(shown, index, asked);
                }
            }
        }
    }

    /** A history is shown whole or is not there: a version left out would leave a gap that tells of it. */
    private static void leaveOut(IPreResourceShowDetails shown, int index, ServletRequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.HISTORY_INSTANCE) {
            throw new ResourceNotFoundException(ErrorTexts.NOT_FOUND);
        }
        shown.setResource(index, null);
    }

    private boolean covered(Requester requester, Resource resource, PatientReach reached) {
        return covered(requester, resource, reached, Permission.READ)
                || covered(requester, resource, reached, Permission.SEARCH);
    }

    /** What came along may be of a type that a scope covers for fewer patients than the request as a whole reaches. */
    private boolean covered(Requester requester, Resource resource, PatientReach reached, Permission permission) {
        Demand demand = new Demand(resource.fhirType(), permission);
        AccessDecision decision = policy.decide(requester, List.of(demand));
        if (!decision.permits()) {
            return false;
        }
        if (decision.isUnrestricted(demand) && decision.reach().patients().covers(reached)) {
            return true;
        }
        return decision.admits(
                demand,
                classes.apply(resource),
                subjects.of(resource, UnaryOperator.identity()),
                restriction -> matches.test(resource.fhirType() + "?" + restriction, resource));
    }
}
