package health.strand.enforcement;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request for a sealed page, shown to the FHIR endpoint as the query it was sealed from. */
public final class PageRequest extends HttpServletRequestWrapper {

    private static final String ORIGINAL = PageRequest.class.getName();
    private static final String EPOCH = ORIGINAL + ".epoch";

    private final String path;
    private final String query;
    private final Map<String, String[]> parameters;

    /**
     * @param page as it was opened, with an epoch of this moment
     * @param link the link as the client knows it
     */
    public PageRequest(HttpServletRequest request, SealedPage page, String link) {
        super(request);
        String opened = page.query();
        int start = opened.indexOf('?');
        this.path = "/" + (start < 0 ? opened : opened.substring(0, start));
        this.query = start < 0 ? "" : opened.substring(start + 1);
        this.parameters = UrlUtil.parseQueryStrings("?" + query);
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

    @Override
    public String getRequestURI() {
        return getContextPath() + getServletPath() + path;
    }

    @Override
    public StringBuffer getRequestURL() {
        HttpServletRequest request = (HttpServletRequest) getRequest();
        return new StringBuffer(request.getRequestURL()).append(path);
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }
}
