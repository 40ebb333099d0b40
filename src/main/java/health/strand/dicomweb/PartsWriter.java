package health.strand.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a message of several parts as they come.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2387">RFC 2387</a>
 */
final class PartsWriter {

    private final OutputStream out;
    private final String boundary;

    PartsWriter(OutputStream out, String boundary) {
        this.out = out;
        this.boundary = boundary;
    }

    /** The media type of such a message. */
    static String type(String ofParts, String boundary) {
        return "multipart/related; type=\"" + ofParts + "\"; boundary=" + boundary;
    }

    /**
     * Begins a part and gives what its content is written to.
     *
     * @param where it is had by itself
     */
    OutputStream begin(String type, String where) throws IOException {
        write("--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Location: " + where + "\r\n\r\n");
        return out;
    }

    void endPart() throws IOException {
        write("\r\n");
    }

    /** A whole part. */
    void part(String type, String where, InputStream content) throws IOException {
        content.transferTo(begin(type, where));
        endPart();
    }

    /** What follows the last part. */
    void end() throws IOException {
        write("--" + boundary + "--\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
