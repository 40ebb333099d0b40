package health.strand.server;

import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;

/** No search is ever stored, so none grows stale. */
final class NoStoredSearches implements IStaleSearchDeletingSvc {

    @Override
    public void pollForStaleSearchesAndDeleteThem() {}

    @Override
    public void schedulePollForStaleSearches() {}
}
