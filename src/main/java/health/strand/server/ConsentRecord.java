package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.consent.ConsentChange;
import health.strand.enforcement.ConsentConsequences;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;

/** Ends what a written consent takes the place of, and has a receipt of it put into the record. */
final class ConsentRecord implements ConsentConsequences {

    private final Supersession supersession;
    private final ReceiptRecord receipts;

    ConsentRecord(Supersession supersession, ReceiptRecord receipts) {
        this.supersession = supersession;
        this.receipts = receipts;
    }

    @Override
    public void follow(@Nullable Consent before, Consent after, RequestDetails request) {
        List<String> ended =
                after.getStatus() == ConsentState.ACTIVE ? supersession.endOthers(after, request) : List.of();
        receipts.keep(new ConsentChange(before, after, Supersession.replacing(after)), ended, request);
    }
}
