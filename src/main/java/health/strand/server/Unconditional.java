package health.strand.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request without its conditions, which HAPI would hold against the resource where they are about its file. */
final class Unconditional extends HttpServletRequestWrapper {

    private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

    Unconditional(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isCondition(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isCondition(String name) {
        return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
    }
}
