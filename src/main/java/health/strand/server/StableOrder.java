package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;

/**
 * Gives every search an order in which no two results are alike. Without one the database answers in whatever order it
 * finds rows, which changes with what else it holds, and a page may repeat what the page before it showed.
 */
@Interceptor
final class StableOrder {

    /** Before a search is run. */
    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void order(SearchParameterMap search) {
        if (search.getEverythingMode() != null) {
            return;
        }
        SortSpec byAge = new SortSpec(Constants.PARAM_PID, SortOrderEnum.ASC);
        if (search.getSort() == null) {
            search.setSort(byAge);
            return;
        }
        SortSpec last = search.getSort();
        while (last.getChain() != null) {
            last = last.getChain();
        }
        if (!Constants.PARAM_PID.equals(last.getParamName())) {
            last.setChain(byAge);
        }
    }
}
