package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.ConsentChange;
import health.strand.enforcement.ConsentConsequences;
import health.strand.publication.ChosenPicture;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a written consent takes the place of, has the copies for publication follow, has a receipt of it put into the
 * record, and has the privacy officer told of what cannot stand beside it.
 */
final class ConsentRecord implements ConsentConsequences {

    private final Supersession supersession;
    private final Publications publications;
    private final ReceiptRecord receipts;
    private final ConsentConcerns concerns;

    ConsentRecord(
            Supersession supersession, Publications publications, ReceiptRecord receipts, ConsentConcerns concerns) {
        this.supersession = supersession;
        this.publications = publications;
        this.receipts = receipts;
        this.concerns = concerns;
    }

    @Override
    public void follow(@Nullable Consent before, Consent after, RequestDetails request) {
        Optional<PatientId> patient = receipts.patient(after);
        String replacedBy = Supersession.replacing(after);
        boolean starts = after.getStatus() == ConsentState.ACTIVE;
        // the copies of one that is replaced are looked after with the one that replaces it
        boolean publishes = patient.isPresent() && replacedBy == null && (starts || publications.chooses(before));
        List<ChosenPicture> chosen = publishes ? publications.chosen(before, patient.get()) : List.of();
        List<String> ended = starts ? supersession.endOthers(after, request) : List.of();
        Publications.Prepared pictures = publishes && (!chosen.isEmpty() || publications.chooses(after))
                ? publications.settle(chosen, after, patient.get(), request)
                : Publications.Prepared.NONE;
        receipts.keep(
                new ConsentChange(before, after, replacedBy, LapsedConsents.isLapsing(after)),
                ended,
                pictures,
                request);
        concerns.look(after, request);
    }
}
