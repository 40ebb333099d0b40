package health.strand.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * On what it depends whether a file is sent, and how much of it.
 *
 * @param modifiedSince in milliseconds of the epoch; negative when it is not said, or cannot be read
 * @param range null when the whole is asked for, or only its headers
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, Precedence of Preconditions</a>
 */
record FileConditions(
        @Nullable String match,
        @Nullable String noneMatch,
        long modifiedSince,
        @Nullable String ifRange,
        @Nullable String range) {

    static FileConditions of(HttpServletRequest request) {
        boolean get = "GET".equals(request.getMethod());
        return new FileConditions(
                all(request, "If-Match"),
                all(request, "If-None-Match"),
                date(request, "If-Modified-Since"),
                all(request, "If-Range"),
                get ? all(request, "Range") : null);
    }

    private static @Nullable String all(HttpServletRequest request, String header) {
        String all = String.join(",", Collections.list(request.getHeaders(header)));
        return all.isBlank() ? null : all;
    }

    private static long date(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException notADate) {
            return -1;
        }
    }

    /** The status of an answer without the file: 304 when it is known, 412 when it is not the one that is meant. */
    OptionalInt answer(EntityTag tag, Instant modified) {
        if (match != null && !isMeant(match, tag)) {
            return OptionalInt.of(HttpServletResponse.SC_PRECONDITION_FAILED);
        }
        boolean known = noneMatch != null
                ? tag.isKnown(noneMatch)
                : modifiedSince >= modified.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        return known ? OptionalInt.of(HttpServletResponse.SC_NOT_MODIFIED) : OptionalInt.empty();
    }

    private static boolean isMeant(String match, EntityTag tag) {
        return "*".equals(match.strip())
                || Arrays.stream(match.split(",")).anyMatch(each -> each.strip().equals(tag.text()));
    }

    /** What is to be sent of this file; a part only of the one of which the client has the rest. */
    FilePart part(EntityTag tag, long size) {
        boolean same = ifRange == null || ifRange.strip().equals(tag.text());
        return same ? FilePart.of(range, size) : FilePart.whole(size);
    }
}
