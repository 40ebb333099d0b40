package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.enforcement.PictureConsequences;
import health.strand.publication.ChosenPicture;
import health.strand.visibility.StoredCopies;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;

/** Has the copies for publication go that rest on something that is no longer as it was. */
final class PublicationRecord implements PictureConsequences {

    private static final String PICTURE = "Media/";

    private final Publications publications;
    private final StoredCopies carriers;
    private final ReceiptRecord receipts;

    /** @param carriers which resources hold a file */
    PublicationRecord(Publications publications, StoredCopies carriers, ReceiptRecord receipts) {
        this.publications = publications;
        this.carriers = carriers;
        this.receipts = receipts;
    }

    @Override
    public void changed(String picture, RequestDetails request) {
        if (picture.startsWith(PICTURE)) {
            publications.originalChanged(picture, request);
        } else {
            carriers.of(picture).stream()
                    .filter(each -> each.startsWith(PICTURE))
                    .forEach(each -> publications.originalChanged(each, request));
        }
    }

    @Override
    public void deleted(Consent consent, RequestDetails request) {
        if (publications.chooses(consent)) {
            receipts.patient(consent).ifPresent(patient -> {
                List<ChosenPicture> chosen = publications.chosen(consent, patient);
                publications.settle(chosen, consent.copy().setStatus(ConsentState.INACTIVE), patient, request);
            });
        }
    }
}
