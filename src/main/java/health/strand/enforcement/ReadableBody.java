package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body whose text cannot be kept as it was sent: bytes that are not of its character set, and halves of
 * characters. Without this they would be stored as question marks.
 */
@Interceptor
public final class ReadableBody {

    private static final int ESCAPE = "\\u0000".length();

    /** Before the body is parsed. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        boolean json = type.contains("json");
        if (!json && !type.contains("xml")) {
            return;
        }
        byte[] body = request.loadRequestContents();
        if (body != null && !readable(body, request.getCharset(), json)) {
            throw new InvalidRequestException(ErrorTexts.CHARACTERS);
        }
    }

    static boolean readable(byte[] body, @Nullable Charset charset, boolean json) {
        Charset written = charset == null ? StandardCharsets.UTF_8 : charset;
        try {
            CharBuffer text = written.newDecoder().decode(ByteBuffer.wrap(body));
            return !json || escapesArePaired(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** RFC 8259 section 7: a character beyond the basic plane is written as two escapes, never as one. */
    private static boolean escapesArePaired(CharBuffer text) {
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '\\') {
                at++;
                continue;
            }
            int unit = escapedUnit(text, at);
            if (unit >= 0 && Character.isSurrogate((char) unit)) {
                int second = escapedUnit(text, at + ESCAPE);
                if (second < 0 || !Character.isSurrogatePair((char) unit, (char) second)) {
                    return false;
                }
                at += ESCAPE;
            }
            at += unit < 0 ? 2 : ESCAPE;
        }
        return true;
    }

    /** The unit of an escape that begins there, or -1. */
    private static int escapedUnit(CharBuffer text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
