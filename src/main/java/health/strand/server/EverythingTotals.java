package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;

/**
 * Keeps HAPI from counting for {@code $everything}: it counts what is stored of all patients, and offers pages up to
 * there.
 */
@Interceptor
public final class EverythingTotals {

    /** Before a search is run. */
    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void dropCount(SearchParameterMap search) {
        if (search.getEverythingMode() != null) {
            search.setSearchTotalMode(SearchTotalModeEnum.NONE);
        }
    }
}
