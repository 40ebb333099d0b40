package health.strand.server;

import health.strand.access.PurposeOfUse;
import health.strand.access.Requester;
import health.strand.enforcement.CollectionDoor;
import health.strand.visibility.Collecting;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Asks for whoever sends a picture whether the patient's consents let it in. */
final class PictureConsents implements CollectionDoor.Consents {

    private final Collecting collecting;

    PictureConsents(Collecting collecting) {
        this.collecting = collecting;
    }

    @Override
    public OptionalInt cellOfPicture(Resource written) {
        return collecting.cellOfPicture(written);
    }

    @Override
    public Optional<CollectionDoor.Uncovered> uncovered(int cell, Requester taker, Set<PurposeOfUse> purposes) {
        return collecting
                .uncovered(
                        cell,
                        new Collecting.Taker(
                                taker.person(),
                                taker.clientId(),
                                taker.purpose().known()),
                        purposes)
                .map(each -> new CollectionDoor.Uncovered(each.purpose(), each.isTold()));
    }
}
