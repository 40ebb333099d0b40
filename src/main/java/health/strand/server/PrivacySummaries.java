package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.Audience;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.enforcement.CurrentRequester;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.WholeRecord;
import health.strand.summary.Summaries;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.Holdings;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;

/** Answers a patient's five questions to the patient, to who acts for them and to the privacy officer, and to nobody else. */
public final class PrivacySummaries {

    private final Summaries summaries;
    private final Holdings holdings;
    private final WholeRecord whole;
    private final DecidedTransactions reads;

    PrivacySummaries(Summaries summaries, Holdings holdings, WholeRecord whole, DecidedTransactions reads) {
        this.summaries = summaries;
        this.holdings = holdings;
        this.whole = whole;
        this.reads = reads;
    }

    /** Everything in it is measured, asked or reckoned for this call. */
    @Operation(
            name = "$privacy-summary",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/privacy-summary")
    public Parameters summary(@IdParam IdType id, RequestDetails request) {
        Requester requester = CurrentRequester.of(request)
                .orElseThrow(() -> new ForbiddenOperationException("access denied: nobody asks for the summary"));
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        boolean oversight = reach.capacity().audiences().contains(Audience.of(ClinicRole.PRIVACY_OFFICER));
        if (!oversight && !isForAPatient(requester)) {
            throw new ForbiddenOperationException(
                    "access denied: the summary is for the patient, who acts for them, and the privacy officer");
        }
        if (!oversight && !whole.isOpenTo(requester)) {
            throw new ForbiddenOperationException(
                    "access denied: the summary is about the whole record; it takes the scope `patient/*.rs`");
        }
        if (!PatientId.isValid(id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        PatientId patient = new PatientId(id.getIdPart());
        return Objects.requireNonNull(reads.within(reach, () -> {
            boolean seen = reach.patients().includes(Set.of(patient)) && holdings.isThere(patient);
            if (!(oversight ? holdings.isKept(patient) : seen)) {
                throw new ResourceNotFoundException(id);
            }
            // what is in a record about which no case is open is not nothing, but not shown
            return summaries.of(
                    patient, seen ? reach.readable() : reach.capacity().everywhere(), oversight);
        }));
    }

    private static boolean isForAPatient(Requester requester) {
        return requester.kind() == RequesterKind.PATIENT || requester.kind() == RequesterKind.REPRESENTATIVE;
    }
}
