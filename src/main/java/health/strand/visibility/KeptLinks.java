package health.strand.visibility;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.dao.JpaDaoResourceLinkResolver;
import ca.uhn.fhir.jpa.model.cross.IResourceLookup;
import ca.uhn.fhir.jpa.searchparam.extractor.PathAndRef;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBase;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's search for the targets of references. Of a reference that is kept from an earlier version the row stays as it is:
 * its writer sees neither the row nor the target.
 */
public final class KeptLinks extends JpaDaoResourceLinkResolver {

    private final Predicate<IBase> kept;

    /** @param kept whether a reference is kept from an earlier version */
    public KeptLinks(Predicate<IBase> kept) {
        this.kept = kept;
    }

    @Override
    public @Nullable IResourceLookup findTargetResource(
            RequestPartitionId cells,
            String source,
            PathAndRef place,
            RequestDetails request,
            TransactionDetails transaction) {
        if (!kept.test(place.getRef())) {
            return super.findTargetResource(cells, source, place, request, transaction);
        }
        try {
            return super.findTargetResource(cells, source, place, request, transaction);
        } catch (InvalidRequestException | ResourceNotFoundException e) {
            return null;
        }
    }
}
