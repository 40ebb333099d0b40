package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.OwnAffairs;
import health.strand.explanation.Explanation;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.Explanations;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Says to the patient, whoever acts for them and the privacy officer why somebody sees something or does not. */
public final class ExplainAccess {

    private final DaoRegistry daos;
    private final Explanations explanations;
    private final OwnAffairs affairs;
    private final DecidedTransactions reads;

    ExplainAccess(DaoRegistry daos, Explanations explanations, OwnAffairs affairs, DecidedTransactions reads) {
        this.daos = daos;
        this.explanations = explanations;
        this.affairs = affairs;
        this.reads = reads;
    }

    /** Explains a decision, or in short those about everybody. */
    @Operation(
            name = "$explain-access",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/explain-access")
    public Parameters explain(
            @IdParam IdType id,
            @OperationParam(name = "who", max = 1) @Nullable StringType who,
            @OperationParam(name = "client", max = 1) @Nullable StringType client,
            @OperationParam(name = "resource", max = 1) @Nullable StringType resource,
            @OperationParam(name = "purpose", max = 1) @Nullable StringType purpose,
            @OperationParam(name = "action", max = 1) @Nullable StringType action,
            RequestDetails request) {
        if (!PatientId.isValid(id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        PatientId patient = new PatientId(id.getIdPart());
        affairs.require(request, patient);
        AccessQuery query = AccessQuery.of(who, client, resource, purpose, action);
        if (query.resource() != null) {
            requireThere(query.resource(), request);
        }
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        List<Explanation> found = Objects.requireNonNull(reads.within(reach, () -> explain(patient, query)));
        return ExplainedAccess.parameters(found, query);
    }

    /** What is not there for who asks is not explained to them either. */
    private void requireThere(IdType resource, RequestDetails request) {
        if (!ServedTypes.ALL.contains(resource.getResourceType()) || "AuditEvent".equals(resource.getResourceType())) {
            throw new ResourceNotFoundException(resource);
        }
        affairs.requireReading(request, resource.getResourceType());
        daos.getResourceDao(resource.getResourceType()).read(resource, request);
    }

    private List<Explanation> explain(PatientId patient, AccessQuery query) {
        Matter matter = matter(patient, query);
        return query.everybody()
                ? explanations.sweep(patient, matter)
                : explanations.explain(patient, query.who(), matter);
    }

    private Matter matter(PatientId patient, AccessQuery query) {
        IdType resource = query.resource();
        if (resource != null) {
            return explanations
                    .stored(patient, resource.getResourceType(), resource.getIdPart())
                    .orElseThrow(() -> new ResourceNotFoundException(resource));
        }
        return Explanations.usual(patient, Objects.requireNonNull(query.dataClass()));
    }
}
