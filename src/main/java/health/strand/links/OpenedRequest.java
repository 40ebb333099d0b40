package health.strand.links;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;

/** A request for something sealed, shown to the FHIR endpoint as what was sealed. */
public class OpenedRequest extends QueriedRequest {

    private final String path;
    private final String query;

    /** @param opened path and query, such as {@code Observation?patient=1&_offset=50} */
    public OpenedRequest(HttpServletRequest request, String opened) {
        super(request, UrlUtil.parseQueryStrings("?" + query(opened)));
        int start = opened.indexOf('?');
        this.path = "/" + (start < 0 ? opened : opened.substring(0, start));
        this.query = query(opened);
    }

    private static String query(String opened) {
        int start = opened.indexOf('?');
        return start < 0 ? "" : opened.substring(start + 1);
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
}
