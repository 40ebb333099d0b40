package health.strand.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** DICOM files of a few elements, in explicit little endian. */
public final class WrittenDicom {

    private WrittenDicom() {}

    /** A file of these elements, each as tag, representation and text, such as {@code 00100020LOMRN-7}. */
    public static byte[] of(String... elements) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[DicomFile.PREAMBLE]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        element(file, "00020010UI1.2.840.10008.1.2.1");
        element(file, "00080018UI1.2.3.4");
        Arrays.stream(elements).forEach(each -> element(file, each));
        return file.toByteArray();
    }

    /** A file that says nothing of anybody, with these bytes for pixels. */
    public static byte[] holding(byte[] pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(of());
        tag(file, Tag.PIXEL_DATA, "OB");
        number(file, 0, 2);
        number(file, pixels.length, 4);
        file.writeBytes(pixels);
        return file.toByteArray();
    }

    /** The same in Base64. */
    public static String base64(byte[] pixels) {
        return Base64.getEncoder().encodeToString(holding(pixels));
    }

    private static void element(ByteArrayOutputStream file, String element) {
        String text = element.substring(10);
        String even = text.length() % 2 == 0 ? text : text + (element.startsWith("UI", 8) ? "\0" : " ");
        tag(file, Integer.parseUnsignedInt(element.substring(0, 8), 16), element.substring(8, 10));
        number(file, even.length(), 2);
        file.writeBytes(even.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void tag(ByteArrayOutputStream file, int tag, String representation) {
        number(file, tag >>> 16, 2);
        number(file, tag & 0xFFFF, 2);
        file.writeBytes(representation.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream file, int number, int bytes) {
        for (int each = 0; each < bytes; each++) {
            file.write(number >>> 8 * each);
        }
    }
}
