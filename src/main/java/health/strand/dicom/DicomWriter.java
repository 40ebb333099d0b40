package health.strand.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a file in explicit little endian, element by element in ascending order, in ASCII.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part10.html#chapter_7">PS3.10 chapter 7</a>
 */
public final class DicomWriter {

    /** By which files tell what wrote them. */
    static final String IMPLEMENTATION = "2.25.124815320862271494305337189203712650317";

    private static final int META_VERSION = 0x00020001;
    private static final int META_CLASS = 0x00020002;
    private static final int META_INSTANCE = 0x00020003;
    private static final int META_IMPLEMENTATION = 0x00020012;

    private final OutputStream out;

    private DicomWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins a file about one object. */
    public static DicomWriter begin(OutputStream out, String sopClass, String sopInstance) throws IOException {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        DicomWriter header = new DicomWriter(meta);
        header.bytes(META_VERSION, Vr.OB, new byte[] {0, 1});
        header.text(META_CLASS, Vr.UI, sopClass);
        header.text(META_INSTANCE, Vr.UI, sopInstance);
        header.text(Tag.TRANSFER_SYNTAX, Vr.UI, TransferSyntax.OF_HEADER.uid());
        header.text(META_IMPLEMENTATION, Vr.UI, IMPLEMENTATION);
        out.write(new byte[DicomFile.PREAMBLE]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        DicomWriter file = new DicomWriter(out);
        file.head(0x00020000, Vr.UL, Integer.BYTES);
        file.number(meta.size(), Integer.BYTES);
        out.write(meta.toByteArray());
        return file;
    }

    /** A text, padded to an even length. */
    public void text(int tag, Vr vr, String text) throws IOException {
        boolean odd = text.length() % 2 != 0;
        byte[] value = (odd ? text + (vr == Vr.UI ? "\0" : " ") : text).getBytes(StandardCharsets.US_ASCII);
        bytes(tag, vr, value);
    }

    /** A number of 16 bits without a sign. */
    public void unsignedShort(int tag, int value) throws IOException {
        head(tag, Vr.US, Short.BYTES);
        number(value, Short.BYTES);
    }

    /** One coded entry for each code, all of one scheme (PS3.3 section 8.8). */
    public void codes(int tag, String scheme, List<Code> codes) throws IOException {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        for (Code each : codes) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DicomWriter item = new DicomWriter(content);
            item.text(0x00080100, Vr.SH, each.value());
            item.text(0x00080102, Vr.SH, scheme);
            item.text(0x00080104, Vr.LO, each.meaning());
            DicomWriter entries = new DicomWriter(items);
            entries.tag(Tag.ITEM);
            entries.number(content.size(), Integer.BYTES);
            items.write(content.toByteArray());
        }
        bytes(tag, Vr.SQ, items.toByteArray());
    }

    /** A code with what it means in words. */
    public record Code(String value, String meaning) {}

    /** What these bytes are follows from the representation; an odd number of them is padded. */
    public void bytes(int tag, Vr vr, byte[] value) throws IOException {
        head(tag, vr, value.length + value.length % 2);
        out.write(value);
        if (value.length % 2 != 0) {
            out.write(0);
        }
    }

    private void head(int tag, Vr vr, int length) throws IOException {
        tag(tag);
        out.write(vr.name().getBytes(StandardCharsets.US_ASCII));
        if (vr.hasLongLength()) {
            number(0, Short.BYTES);
            number(length, Integer.BYTES);
        } else {
            if (length > 0xFFFF) {
                throw new IllegalArgumentException("a value of this representation is shorter");
            }
            number(length, Short.BYTES);
        }
    }

    private void tag(int tag) throws IOException {
        number(tag >>> Short.SIZE, Short.BYTES);
        number(tag & 0xFFFF, Short.BYTES);
    }

    private void number(int value, int bytes) throws IOException {
        for (int each = 0; each < bytes; each++) {
            out.write(value >>> Byte.SIZE * each);
        }
    }
}
