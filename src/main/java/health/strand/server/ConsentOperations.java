package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ParameterUtil;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.enforcement.FiledConsent;
import health.strand.enforcement.KeptReferences;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Filing and withdrawing consents, with a receipt. Filing is a create and withdrawing an update, through the same doors;
 * the second names are those of HL7's FAST Scalable Consent Management.
 *
 * @see <a href="https://build.fhir.org/ig/HL7/fhir-consent-management/">FAST Scalable Consent Management</a>
 */
public final class ConsentOperations {

    private static final String DEFINITION = "https://strand.health/fhir/OperationDefinition/";
    private static final int MOST_TRIES = 5;

    private final DaoRegistry daos;
    private final ReceiptRecord receipts;

    ConsentOperations(DaoRegistry daos, ReceiptRecord receipts) {
        this.daos = daos;
        this.receipts = receipts;
    }

    /** Stores a consent. */
    @Operation(name = "$file", typeName = "Consent", canonicalUrl = DEFINITION + "file")
    public Parameters file(@ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        Consent consent = FiledConsent.of(body);
        if (request.getHeader("If-None-Exist") != null) {
            throw new InvalidRequestException("a consent is not filed on a condition; create it to do that");
        }
        // the server gives ids, as it does in a create
        consent.setId((String) null);
        consents().create(consent, request);
        return answer(consent, request);
    }

    /** The same by the name FAST gives it. */
    @Operation(name = "$fileConsent", typeName = "Consent", canonicalUrl = DEFINITION + "fileConsent")
    public Parameters fileByOtherName(@ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        return file(body, request);
    }

    /** Ends a consent. */
    @Operation(name = "$revoke", typeName = "Consent", canonicalUrl = DEFINITION + "revoke")
    public Parameters revoke(@IdParam IdType id, @ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        return revokeByOtherName(id, body, request);
    }

    /** The same by the name FAST gives it, which names the consent in the body. */
    @Operation(name = "$revokeConsent", typeName = "Consent", canonicalUrl = DEFINITION + "revokeConsent")
    public Parameters revokeByOtherName(
            @IdParam(optional = true) @Nullable IdType id,
            @ResourceParam @Nullable IBaseResource body,
            RequestDetails request) {
        Revocation said = Revocation.in(body);
        if ((id == null) == (said.consent() == null)) {
            throw new InvalidRequestException("the consent is named once, in the address or as `consent`");
        }
        said.keepReasonWith(request);
        IdType named = id == null ? said.consent() : id;
        for (int attempt = 1; ; attempt++) {
            try {
                return revoke(new IdType("Consent", named.getIdPart()), said, request);
            } catch (ResourceVersionConflictException changedMeanwhile) {
                // who does not say which version is meant means the consent as it is
                if (request.getHeader("If-Match") != null || attempt == MOST_TRIES) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    private Parameters revoke(IdType id, Revocation said, RequestDetails request) {
        Consent consent = consents().read(id, request);
        if (said.patient() != null
                && !said.patient().getValue().equals(consent.getPatient().getReference())) {
            throw new ResourceNotFoundException(id);
        }
        String expected = request.getHeader("If-Match");
        if (expected != null
                && !consent.getIdElement().getVersionIdPart().equals(ParameterUtil.parseETagValue(expected))) {
            throw new ResourceVersionConflictException("another version is current");
        }
        if (consent.getStatus() == ConsentState.INACTIVE) {
            return answer(consent, request);
        }
        if (consent.getStatus() == ConsentState.REJECTED || consent.getStatus() == ConsentState.ENTEREDINERROR) {
            throw new UnprocessableEntityException("a consent that was refused, or never was, cannot be withdrawn");
        }
        KeptReferences.whole(consent);
        consents().update(consent.setStatus(ConsentState.INACTIVE), request);
        return answer(consent, request);
    }

    /** The receipts of a consent, the earliest first. */
    @Operation(name = "$receipt", typeName = "Consent", idempotent = true, canonicalUrl = DEFINITION + "receipt")
    public Parameters receipt(@IdParam IdType id, RequestDetails request) {
        Consent consent = consents().read(new IdType("Consent", id.getIdPart()), request);
        Parameters answer = new Parameters();
        receiptsOf(consent).forEach(receipt -> answer.addParameter("receipt", new StringType(receipt)));
        return answer;
    }

    private Parameters answer(Consent consent, RequestDetails request) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("consent").setResource(consent);
        String reference = consent.getIdElement().toUnqualifiedVersionless().getValue();
        ReceiptRecord.given(request, reference)
                .or(() -> receiptsOf(consent).stream().reduce((earlier, later) -> later))
                .ifPresent(receipt -> answer.addParameter("receipt", new StringType(receipt)));
        return answer;
    }

    private List<String> receiptsOf(Consent consent) {
        return receipts.of(consent.getIdElement().toUnqualifiedVersionless().getValue());
    }

    private IFhirResourceDao<Consent> consents() {
        return daos.getResourceDao(Consent.class);
    }
}
