package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.Capacity;
import health.strand.access.Reach;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.EmergencySpool;
import health.strand.audit.Interaction;
import health.strand.audit.TrailEntry;
import health.strand.audit.TrailUnavailable;
import health.strand.labeling.PatientSubjects;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Records every answer before its first byte goes out, as it is after the last gate: what was left out of it was not shown.
 * An answer that cannot be recorded is not given.
 */
@Interceptor
public final class TrailGate {

    private static final int FIRST = -2_000;
    private static final int LAST = 2_000;
    private static final int UNAVAILABLE = 503;
    private static final String ENTRIES = TrailGate.class.getName();

    private final AuditTrail trail;
    private final EmergencySpool spool;
    private final TrailAnswers answers;
    private final TrailBundles bundles;
    private final Disclosures disclosures;

    /** @param spool where reads in an emergency are recorded while the trail takes nothing */
    public TrailGate(AuditTrail trail, EmergencySpool spool, Concerned concerned, PatientSubjects subjects) {
        this.trail = trail;
        this.spool = spool;
        this.answers = new TrailAnswers(trail, concerned, new NamedThings(subjects));
        this.bundles = new TrailBundles(answers);
        this.disclosures = new Disclosures(trail, concerned);
    }

    /** Before a batch is judged, which takes out what is refused. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void keepEntries(ServletRequestDetails request, RestOperationTypeEnum operation) {
        boolean many = operation == RestOperationTypeEnum.BATCH || operation == RestOperationTypeEnum.TRANSACTION;
        if (many && request.getResource() instanceof Bundle bundle) {
            request.getUserData().put(ENTRIES, List.copyOf(bundle.getEntry()));
            Actors.keepId(request);
        }
    }

    /** When an answer goes out. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    public void record(ServletRequestDetails request, @Nullable IBaseResource answer) {
        Optional<Asked> asked = asked(request);
        if (asked.isPresent()) {
            List<TrailEntry> entries = entries(request, asked.get(), (Resource) answer);
            add(
                    CurrentRequester.of(request.getServletRequest())
                            .map(requester -> disclosures.beside(entries, requester))
                            .orElse(entries),
                    capacity(request));
        }
    }

    private void add(List<TrailEntry> entries, Capacity capacity) {
        try {
            trail.add(entries, capacity);
        } catch (TrailUnavailable e) {
            if (!spool.takes(entries)) {
                throw e;
            }
        }
    }

    /** Whether the request is a batch in which a patch of this resource is asked for, by its id or by what is sought. */
    static boolean isPatched(RequestDetails request, String reference) {
        if (!(request.getUserData().get(ENTRIES) instanceof List<?> entries)) {
            return false;
        }
        Set<Interaction> addressed = new HashSet<>();
        Set<Interaction> sought = new HashSet<>();
        for (Object each : entries) {
            Asked one = Asked.of((BundleEntryComponent) each);
            if (one.address().filter(reference::equals).isPresent()) {
                addressed.add(one.interaction());
            } else if (one.id() == null && reference.startsWith(one.type() + "/")) {
                sought.add(one.interaction());
            }
        }
        // what is put by its id is no patch, whatever else is sought
        return addressed.isEmpty() ? sought.contains(Interaction.PATCH) : addressed.contains(Interaction.PATCH);
    }

    private List<TrailEntry> entries(ServletRequestDetails request, Asked asked, @Nullable Resource answer) {
        Actor actor = Actors.of(request);
        if (request.getUserData().get(ENTRIES) instanceof List<?> entries && answer instanceof Bundle bundle) {
            return bundles.answered(entries, bundle, TrailWrites.writtenBy(request), actor);
        }
        if (!TrailWrites.writtenBy(request).isEmpty()) {
            // recorded with what it has written
            return List.of();
        }
        return asked.interaction().writes() ? answers.unchanged(asked, actor) : answers.shown(asked, answer, actor);
    }

    /**
     * When a request ends in a failure, as it is answered.
     *
     * @throws TrailUnavailable when it could not be recorded
     */
    void recordFailure(ServletRequestDetails request, BaseServerResponseException failure) {
        // where the database is away nothing was read of it, and nothing can be written to it
        if (failure.getStatusCode() == UNAVAILABLE) {
            return;
        }
        if (request.getRestOperationType() == null
                && CurrentRequester.of(request.getServletRequest()).isPresent()) {
            trail.add(List.of(trail.entry(null, Actors.of(request), Asked.ofNothingOffered(request))));
        }
        asked(request)
                .ifPresent(asked -> trail.add(
                        answers.attempted(
                                asked,
                                failure.getStatusCode(),
                                Refusals.reasonIn(failure.getOperationOutcome()),
                                Actors.of(request)),
                        capacity(request)));
    }

    /** As whom the requester was decided about; as nobody where it did not come to that. */
    private static Capacity capacity(ServletRequestDetails request) {
        return DecidedReach.of(request).map(Reach::capacity).orElseGet(Capacity::none);
    }

    private static Optional<Asked> asked(ServletRequestDetails request) {
        return CurrentRequester.of(request.getServletRequest()).flatMap(requester -> Asked.of(request));
    }
}
