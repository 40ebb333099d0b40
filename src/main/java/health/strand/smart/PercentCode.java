package health.strand.smart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding as in a URI: strict, UTF-8, and a plus sign is a plus sign. */
final class PercentCode {

    private PercentCode() {}

    /** Empty when an escape is cut short, is not hexadecimal, or the bytes are not UTF-8. */
    static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            char each = text.charAt(at);
            int octet = each == '%' ? escaped(text, at) : each;
            if (octet < 0 || octet > 0xff || (each != '%' && each > 0x7e)) {
                return Optional.empty();
            }
            bytes.write(octet);
            at += each == '%' ? 3 : 1;
        }
        return utf8(bytes.toByteArray());
    }

    private static int escaped(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
