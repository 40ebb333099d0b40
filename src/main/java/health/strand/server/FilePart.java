package health.strand.server;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is sent.
 *
 * @param status of the answer: 200 for the whole, 206 for a part, 416 for a part the file does not have
 * @param first the first byte, counted from 0
 * @param length in bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, Range Requests</a>
 */
record FilePart(int status, long first, long length) {

    private static final Pattern ONE = Pattern.compile("(?i)bytes=[ \\t]*([0-9]*)-([0-9]*)[ \\t]*");
    private static final int MOST_DIGITS = 18;

    static FilePart whole(long size) {
        return new FilePart(HttpServletResponse.SC_OK, 0, size);
    }

    /**
     * The part a header asks for. Several parts, another unit and what is no range are the whole file.
     *
     * @param range null when there is no such header
     * @param size of the file, in bytes
     */
    static FilePart of(@Nullable String range, long size) {
        Matcher one = ONE.matcher(range == null ? "" : range);
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return whole(size);
        }
        if (one.group(1).isEmpty()) {
            return last(number(one.group(2)), size);
        }
        long first = number(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
        if (last < first) {
            return whole(size);
        }
        return first >= size ? none() : part(first, Math.min(last, size - 1));
    }

    private static FilePart last(long wanted, long size) {
        return wanted == 0 || size == 0 ? none() : part(Math.max(0, size - wanted), size - 1);
    }

    private static FilePart part(long first, long last) {
        return new FilePart(HttpServletResponse.SC_PARTIAL_CONTENT, first, last - first + 1);
    }

    private static FilePart none() {
        return new FilePart(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0);
    }

    /** No file is so long that more digits matter. */
    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** What says which part it is; null where it is the whole. */
    @Nullable
    String contentRange(long size) {
        return switch (status) {
            case HttpServletResponse.SC_PARTIAL_CONTENT -> "bytes " + first + "-" + (first + length - 1) + "/" + size;
            case HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE -> "bytes */" + size;
            default -> null;
        };
    }
}
