package health.strand.dicomweb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a message of several parts apart as it comes and holds no more of it than its marks are long.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1">RFC 2046 section 5.1.1</a>
 */
final class PartsReader {

    private static final Pattern RELATED = Pattern.compile("(?is)\\s*multipart/related\\s*(;.*)?");
    /** RFC 2046 has 70 characters at most; Orthanc sends 73. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADERS = 8 * 1024;
    private static final int MOST_LINES = 100;

    private final InputStream in;
    private final byte[] delimiter;
    private PartContent current;
    private int parts;
    private String type = "";

    /**
     * @param contentType of the whole message
     * @throws Refused when it is no such message
     */
    PartsReader(String contentType, InputStream in) throws Refused {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!RELATED.matcher(contentType).matches() || !boundary.find()) {
            throw new Refused(415, "not-supported", "the body must be `multipart/related` with a `boundary`");
        }
        String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.delimiter = ("\r\n--" + mark).getBytes(StandardCharsets.ISO_8859_1);
        // the first mark need not stand after a line
        this.current = new PartContent(this.in, delimiter, 2);
    }

    /**
     * Goes to the next part; what was not read of the one before is passed over.
     *
     * @return whether there is one
     */
    boolean next() throws IOException, Refused {
        current.transferTo(OutputStream.nullOutputStream());
        if (!current.isWhole()) {
            throw Refused.bad("the body ends within a part");
        }
        if (isLast()) {
            return false;
        }
        if (++parts > MOST_PARTS) {
            throw Refused.bad("the body has more than " + MOST_PARTS + " parts");
        }
        type = "";
        int lines = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (++lines > MOST_LINES) {
                throw Refused.bad("a part of the body has more than " + MOST_LINES + " headers");
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                type = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        // a part without content has its mark straight after the empty line
        current = new PartContent(in, delimiter, 2);
        return true;
    }

    /** The media type that the part bears; an empty text for none. */
    String type() {
        return type;
    }

    /** What the part holds, up to its end. */
    InputStream content() {
        return current;
    }

    /** What stands behind a mark: two dashes after the last part, nothing but blanks before another. */
    private boolean isLast() throws IOException, Refused {
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            return true;
        }
        int at = second;
        for (int before = first; before != '\r' || at != '\n'; at = in.read()) {
            if (at < 0 || before != ' ' && before != '\t') {
                throw Refused.bad("the parts of the body cannot be told apart");
            }
            before = at;
        }
        return false;
    }

    private String line() throws IOException, Refused {
        byte[] line = new byte[MOST_HEADERS];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || length == line.length) {
                throw Refused.bad("a part of the body has a header that cannot be read");
            }
            line[length++] = (byte) next;
        }
        return new String(Arrays.copyOf(line, length), StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
