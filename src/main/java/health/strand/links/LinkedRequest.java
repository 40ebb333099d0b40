package health.strand.links;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for a picture by its link. Of its headers only those count that ask for less of the same file: a browser that
 * shows a picture wants no FHIR, and whoever holds a link says nothing about who asks.
 */
public final class LinkedRequest extends OpenedRequest {

    private static final Set<String> HEARD =
            Set.of("host", "range", "if-range", "if-match", "if-none-match", "if-modified-since");

    /** @param path what the link was sealed from */
    public LinkedRequest(HttpServletRequest request, String path) {
        super(request, path);
    }

    private static boolean isHeard(String name) {
        return HEARD.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHeard(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHeard(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        return Collections.enumeration(
                names.stream().filter(LinkedRequest::isHeard).toList());
    }
}
