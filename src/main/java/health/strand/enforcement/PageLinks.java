package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.Requester;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;

/** Replaces the links to other pages by sealed ones, and answers the refused entries of a batch in their places. */
@Interceptor(order = 1_000)
public final class PageLinks {

    /** The parameter that carries a sealed page. */
    public static final String PARAMETER = "_page";

    private static final Set<String> OTHER_PAGES = Set.of("next", "previous", "prev", "first", "last");

    private static final Set<RestOperationTypeEnum> PAGED = EnumSet.of(
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE,
            RestOperationTypeEnum.BATCH,
            RestOperationTypeEnum.TRANSACTION);

    private final PageTokens tokens;
    private final PageEpochs epochs;
    private final String base;

    /** @param base the address of the FHIR endpoint */
    public PageLinks(PageTokens tokens, PageEpochs epochs, String base) {
        this.tokens = tokens;
        this.epochs = epochs;
        this.base = base;
    }

    /** Before anything is read for the answer. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void begin(ServletRequestDetails request, RestOperationTypeEnum operation) {
        if (PAGED.contains(operation) && !request.isSubRequest()) {
            PageRequest.beginAt(request.getServletRequest(), epochs::now);
        }
    }

    /** When an answer goes out. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void seal(ServletRequestDetails request, IBaseResource answer) {
        if (!(answer instanceof Bundle bundle)) {
            return;
        }
        RefusedEntries.answerIn(request, bundle);
        CurrentRequester.of(request.getServletRequest()).ifPresent(requester -> sealLinks(request, bundle, requester));
        bundle.getEntry().stream()
                .filter(entry -> entry.hasResponse() && entry.getResponse().hasOutcome())
                .forEach(entry -> ErrorTexts.clean(entry.getResponse().getOutcome()));
    }

    private void sealLinks(ServletRequestDetails request, Bundle bundle, Requester requester) {
        for (BundleLinkComponent link : bundle.getLink()) {
            if (OTHER_PAGES.contains(link.getRelation())) {
                link.setUrl(sealed(request, link.getUrl(), requester));
            } else if ("self".equals(link.getRelation())) {
                PageRequest.originalLink(request.getServletRequest()).ifPresent(link::setUrl);
            }
        }
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Bundle.class::isInstance)
                .forEach(inner -> sealLinks(request, (Bundle) inner, requester));
    }

    private String sealed(ServletRequestDetails request, String url, Requester requester) {
        String query = url.startsWith(base + "/") ? url.substring(base.length() + 1) : url;
        SealedPage page = new SealedPage(query, PageRequest.epochOf(request.getServletRequest()));
        return base + "?" + PARAMETER + "=" + tokens.seal(page, requester);
    }
}
