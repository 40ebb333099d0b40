package health.strand.server;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IPagingProvider;
import org.jspecify.annotations.Nullable;

/** HAPI's place for kept search results, in which nothing is kept: each page is asked anew, under today's rights. */
final class NoStoredPages implements IPagingProvider {

    @Override
    public int getDefaultPageSize() {
        return FhirServer.PAGE;
    }

    @Override
    public int getMaximumPageSize() {
        return FhirServer.LARGEST_PAGE;
    }

    @Override
    public boolean canStoreSearchResults() {
        return false;
    }

    @Override
    public @Nullable IBundleProvider retrieveResultList(@Nullable RequestDetails request, String searchId) {
        return null;
    }

    @Override
    public @Nullable String storeResultList(@Nullable RequestDetails request, IBundleProvider results) {
        return null;
    }
}
