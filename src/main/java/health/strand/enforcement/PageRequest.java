package health.strand.enforcement;

import health.strand.links.OpenedRequest;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** A request for a sealed page, shown to the FHIR endpoint as the query it was sealed from. */
public final class PageRequest extends OpenedRequest {

    private static final String ORIGINAL = PageRequest.class.getName();
    private static final String EPOCH = ORIGINAL + ".epoch";

    /**
     * @param page as it was opened, with an epoch of this moment
     * @param link the link as the client knows it
     */
    public PageRequest(HttpServletRequest request, SealedPage page, String link) {
        super(request, page.query());
        request.setAttribute(ORIGINAL, link);
        request.setAttribute(EPOCH, page.epoch());
    }

    /** Notes the epoch of a request for a first page, unless it has one. */
    static void beginAt(ServletRequest request, Supplier<String> epoch) {
        if (request.getAttribute(EPOCH) == null) {
            request.setAttribute(EPOCH, epoch.get());
        }
    }

    /** The epoch of the request; one that has none gets links that never open. */
    static String epochOf(ServletRequest request) {
        return request.getAttribute(EPOCH) instanceof String epoch ? epoch : "";
    }

    static Optional<String> originalLink(ServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ORIGINAL));
    }
}
