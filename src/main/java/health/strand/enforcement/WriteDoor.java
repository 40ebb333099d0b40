package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.consent.ConsentLimits;
import health.strand.consent.Withholding;
import health.strand.intake.PictureIntake;
import health.strand.labeling.SecurityLabeler;
import health.strand.validation.Conformance;
import health.strand.validation.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The door every write comes in by: labels what is written, refuses what does not hold its profiles and pictures that are
 * none, and removes from pictures what cameras wrote into them. Bodies are looked at before a transaction begins, so that
 * nothing waits for a validator; what only exists inside one, such as the result of a patch, is looked at there. Nothing
 * is stored that was not looked at.
 */
@Interceptor(order = -900)
public final class WriteDoor {

    private static final String LOOKED_AT = WriteDoor.class.getName();

    /** HAPI would otherwise keep every label it ever stored, a lower confidentiality beside the higher one. */
    private static final String REPLACED_META = "X-Meta-Snapshot-Mode";

    private static final Problem BY_THE_SERVER = new Problem(
            "AuditEvent", "hr-audit-server", "the audit trail is written by the server, and by nobody else");

    private final SecurityLabeler labeler;
    private final Conformance conformance;
    private final InlineQueries inline;
    private final Withholding withholding;
    private final Clock clock;

    public WriteDoor(
            FhirContext fhir, SecurityLabeler labeler, Conformance conformance, Withholding withholding, Clock clock) {
        this.withholding = withholding;
        this.clock = clock;
        this.inline = new InlineQueries(fhir);
        this.labeler = labeler;
        this.conformance = conformance;
    }

    /** Once the body is read and the requester may write what it is. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void lookAtBody(ServletRequestDetails request, RestOperationTypeEnum operation) {
        request.setHeaders(REPLACED_META, List.of("PROFILE", "SECURITY_LABEL"));
        switch (operation) {
            case CREATE -> refuse(problems(request.getResource(), ""));
            case UPDATE -> {
                if (!waitsForWhatIsStored(request.getResource())) {
                    refuse(problems(request.getResource(), ""));
                }
            }
            case TRANSACTION, BATCH -> lookAtEntries(request);
            case EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE, VALIDATE -> {
                if ("$validate".equals(request.getOperation())) {
                    lookAtSize(request.getResource());
                } else if (FiledConsent.isFiledBy(request.getOperation())) {
                    refuse(problems(FiledConsent.of(request.getResource()), ""));
                }
            }
            default -> {
                // nothing is written, or what is written is not in the body
            }
        }
    }

    /** Of what is only to be judged, whether that would take too long. */
    private static void lookAtSize(@Nullable IBaseResource body) {
        if (body instanceof Parameters parameters) {
            parameters.getParameter().forEach(each -> lookAtSize(each.getResource()));
        } else if (body instanceof Resource resource) {
            refuse(tooLarge(resource));
        }
    }

    /** Before a new resource is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource created) {
        refuse(problems(created, ""));
        withheld(null, (Resource) created);
    }

    /** Before a new version is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after) {
        Resource changed = (Resource) after;
        labeler.keep((Resource) before, changed);
        Withholding.keep((Resource) before, changed);
        if (!isLookedAt(changed) && !inline.in(changed).isEmpty()) {
            // a body's queries were judged with the request; these came out of a patch
            throw new InvalidRequestException("a patch may not hold a reference written as a query");
        }
        refuse(waitsForWhatIsStored(changed) ? problems((Consent) before, (Consent) changed) : problems(changed, ""));
        withheld((Resource) before, changed);
    }

    private void withheld(@Nullable Resource before, Resource written) {
        refuse(Unprocessable.problems(withholding.problems(before, written, clock.instant())));
    }

    /** A large consent that ends may be as large as it is stored, which is known inside the transaction. */
    private static boolean waitsForWhatIsStored(@Nullable IBaseResource written) {
        return written instanceof Consent consent && ConsentLimits.mayBeAsLargeAsStored(consent);
    }

    private static boolean isLookedAt(Resource resource) {
        return resource.getUserData(LOOKED_AT) != null;
    }

    private void lookAtEntries(ServletRequestDetails request) {
        if (!(request.getResource() instanceof Bundle bundle)) {
            return;
        }
        if (bundle.getType() == BundleType.BATCH) {
            lookAtEach(bundle, RefusedEntries.of(request));
            return;
        }
        List<Problem> all = new ArrayList<>();
        for (int index = 0; index < bundle.getEntry().size(); index++) {
            all.addAll(problems(bundle.getEntry().get(index), "Bundle.entry[" + index + "].resource"));
        }
        refuse(all);
        PictureIntake.retell(bundle);
    }

    private void lookAtEach(Bundle batch, RefusedEntries refused) {
        List<BundleEntryComponent> sound = new ArrayList<>();
        for (BundleEntryComponent entry : batch.getEntry()) {
            List<Problem> problems = problems(entry, "");
            if (problems.isEmpty()) {
                sound.add(entry);
            } else {
                refused.reject(sound.size(), Unprocessable.outcome(problems));
            }
        }
        batch.setEntry(sound);
    }

    private List<Problem> problems(BundleEntryComponent entry, String place) {
        HTTPVerb method = entry.getRequest().getMethod();
        boolean writes =
                method == HTTPVerb.POST || (method == HTTPVerb.PUT && !waitsForWhatIsStored(entry.getResource()));
        return writes ? problems(entry.getResource(), place) : List.of();
    }

    private List<Problem> problems(Consent stored, Consent ended) {
        if (isLookedAt(ended)) {
            return List.of();
        }
        List<Problem> problems = Unprocessable.problems(ConsentLimits.tooLarge(stored, ended));
        return problems.isEmpty() ? nonConformities(ended) : problems;
    }

    private List<Problem> problems(@Nullable IBaseResource written, String place) {
        if (!(written instanceof Resource resource) || isLookedAt(resource)) {
            return List.of();
        }
        if (resource instanceof AuditEvent) {
            return List.of(BY_THE_SERVER);
        }
        List<Problem> problems = tooLarge(resource);
        if (problems.isEmpty()) {
            problems = nonConformities(resource);
        }
        return place.isEmpty()
                ? problems
                : problems.stream()
                        .map(problem -> new Problem(
                                problem.element().replaceFirst("^" + resource.fhirType() + "\\b", place),
                                problem.rule(),
                                problem.text()))
                        .toList();
    }

    private List<Problem> nonConformities(Resource resource) {
        labeler.label(resource);
        List<Problem> problems = conformance.problems(resource);
        if (problems.isEmpty()) {
            problems = PictureIntake.problems(resource);
        }
        if (problems.isEmpty()) {
            resource.setUserData(LOOKED_AT, true);
        }
        return problems;
    }

    /** Counted first: to validate what is too large anyway takes a processor for minutes. */
    private static List<Problem> tooLarge(Resource resource) {
        return resource instanceof Consent consent
                ? Unprocessable.problems(ConsentLimits.tooLarge(consent))
                : List.of();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Unprocessable.of(problems);
        }
    }
}
