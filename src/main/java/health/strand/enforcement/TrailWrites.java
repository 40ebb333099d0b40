package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PatientId;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records every version that is stored, in the transaction that stores it: what cannot be recorded is not stored, and what
 * is not stored is not recorded. It looks last, when it is settled whom a resource is about.
 */
@Interceptor(order = 10_000)
public final class TrailWrites {

    private static final String WRITTEN = TrailWrites.class.getName();

    private final AuditTrail trail;
    private final Concerned concerned;

    public TrailWrites(AuditTrail trail, Concerned concerned) {
        this.trail = trail;
        this.concerned = concerned;
    }

    /** Those resources the request has stored or deleted, each {@code Type/id}. */
    @SuppressWarnings("unchecked")
    static Set<String> writtenBy(RequestDetails request) {
        return (Set<String>) request.getUserData().computeIfAbsent(WRITTEN, key -> ConcurrentHashMap.newKeySet());
    }

    /** After a resource is stored. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created, @Nullable RequestDetails request) {
        note((Resource) created, Interaction.CREATE, request);
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        note((Resource) after, isPatched(after, request) ? Interaction.PATCH : Interaction.UPDATE, request);
    }

    /** What follows from a patch is no patch. */
    private static boolean isPatched(IBaseResource after, @Nullable RequestDetails request) {
        if (request == null) {
            return false;
        }
        String id = after.getIdElement().getIdPart();
        return request.getRestOperationType() == RestOperationTypeEnum.PATCH
                ? request.getId() == null || id.equals(request.getId().getIdPart())
                : TrailGate.isPatched(request, after.fhirType() + "/" + id);
    }

    /** After a resource is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted, @Nullable RequestDetails request) {
        note((Resource) deleted, Interaction.DELETE, request);
    }

    private void note(Resource written, Interaction interaction, @Nullable RequestDetails request) {
        String reference = written.fhirType() + "/" + written.getIdElement().getIdPart();
        String operation = request == null ? null : request.getOperation();
        boolean named = operation != null && operation.startsWith("$");
        Deed deed = new Deed(interaction, named ? operation : null, Outcome.DONE, null, reference, null);
        Actor actor = Actors.of(request);
        Set<PatientId> patients = concerned.patientsOf(List.of(written));
        OfThisTransaction noted = OfThisTransaction.of(trail, request);
        if (patients.isEmpty()) {
            noted.entries.add(trail.entry(null, actor, deed));
        }
        patients.forEach(patient -> noted.entries.add(trail.entry(patient, actor, deed)));
        noted.references.add(reference);
    }

    /** What one transaction has written, recorded as its last statement. */
    private static final class OfThisTransaction implements TransactionSynchronization {

        private final AuditTrail trail;
        private final @Nullable RequestDetails request;
        private final List<TrailEntry> entries = new ArrayList<>();
        private final List<String> references = new ArrayList<>();

        private OfThisTransaction(AuditTrail trail, @Nullable RequestDetails request) {
            this.trail = trail;
            this.request = request;
        }

        static OfThisTransaction of(AuditTrail trail, @Nullable RequestDetails request) {
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(OfThisTransaction.class::isInstance)
                    .map(OfThisTransaction.class::cast)
                    .findFirst()
                    .orElseGet(() -> begun(trail, request));
        }

        private static OfThisTransaction begun(AuditTrail trail, @Nullable RequestDetails request) {
            OfThisTransaction noted = new OfThisTransaction(trail, request);
            TransactionSynchronizationManager.registerSynchronization(noted);
            return noted;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            trail.add(entries);
        }

        @Override
        public void afterCommit() {
            if (request != null) {
                writtenBy(request).addAll(references);
            }
        }
    }
}
