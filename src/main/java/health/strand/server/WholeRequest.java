package health.strand.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request of which the container dropped parameters it could not read. Without the dropped one the rest would
 * be another, wider search.
 */
final class WholeRequest extends OncePerRequestFilter {

    /** What the container puts for bytes that are no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    private final EarlyRefusals refusals;

    WholeRequest(EarlyRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // makes the container read them
        boolean readable = readable(request.getParameterMap());
        Object failed = request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR);
        if (failed == null && readable) {
            chain.doFilter(request, response);
        } else if (failed == FailReason.POST_TOO_LARGE || failed == FailReason.TOO_MANY_PARAMETERS) {
            refusals.answer(
                    request, response, 413, "too-long", "the request has more parameters than the server reads");
        } else {
            refusals.answer(
                    request,
                    response,
                    400,
                    "value",
                    "a parameter of the request is not readable; escapes are %XX and UTF-8");
        }
    }

    private static boolean readable(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .allMatch(each -> each.getKey().indexOf(NO_CHARACTER) < 0
                        && Arrays.stream(each.getValue()).noneMatch(value -> value.indexOf(NO_CHARACTER) >= 0));
    }
}
