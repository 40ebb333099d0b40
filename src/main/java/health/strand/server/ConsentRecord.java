package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.consent.ConsentChange;
import health.strand.enforcement.ConsentConsequences;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a written consent takes the place of, has a receipt of it put into the record, and has the privacy officer
 * told of what cannot stand beside it.
 */
final class ConsentRecord implements ConsentConsequences {

    private final Supersession supersession;
    private final ReceiptRecord receipts;
    private final ConsentConcerns concerns;

    ConsentRecord(Supersession supersession, ReceiptRecord receipts, ConsentConcerns concerns) {
        this.supersession = supersession;
        this.receipts = receipts;
        this.concerns = concerns;
    }

    @Override
    public void follow(@Nullable Consent before, Consent after, RequestDetails request) {
        List<String> ended =
                after.getStatus() == ConsentState.ACTIVE ? supersession.endOthers(after, request) : List.of();
        receipts.keep(new ConsentChange(before, after, Supersession.replacing(after)), ended, request);
        concerns.look(after, request);
    }
}
