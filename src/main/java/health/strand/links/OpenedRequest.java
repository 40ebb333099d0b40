package health.strand.links;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for something sealed, shown to the FHIR endpoint as what was sealed. */
public class OpenedRequest extends HttpServletRequestWrapper {

    private final String path;
    private final String query;
    private final Map<String, String[]> parameters;

    /** @param opened path and query, such as {@code Observation?patient=1&_offset=50} */
    public OpenedRequest(HttpServletRequest request, String opened) {
        super(request);
        int start = opened.indexOf('?');
        this.path = "/" + (start < 0 ? opened : opened.substring(0, start));
        this.query = start < 0 ? "" : opened.substring(start + 1);
        this.parameters = UrlUtil.parseQueryStrings("?" + query);
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
