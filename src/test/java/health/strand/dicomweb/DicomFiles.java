package health.strand.dicomweb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small DICOM files, written element by element in explicit little endian. */
public final class DicomFiles {

    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String JPEG = "1.2.840.10008.1.2.4.50";
    static final String PHOTOGRAPH = "1.2.840.10008.5.1.4.1.1.77.1.4";
    private static final int PREAMBLE = 128;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private DicomFiles(String syntax) {
        bytes.writeBytes(new byte[PREAMBLE]);
        bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        text(0x00020010, "UI", syntax);
    }

    /** A photograph of two by two pixels of three bytes, with these frames one after the other. */
    public static byte[] photograph(String study, String series, String uid, String patient, byte[] pixels) {
        return new DicomFiles(EXPLICIT).head(study, series, uid, patient).photograph(pixels);
    }

    /** The same, with a word that only its header says. */
    public static byte[] describedPhotograph(
            String study, String series, String uid, String patient, byte[] pixels, String word) {
        return new DicomFiles(EXPLICIT)
                .kind(uid)
                .text(0x0008103E, "LO", word)
                .names(study, series, patient)
                .photograph(pixels);
    }

    private byte[] photograph(byte[] pixels) {
        int frames = pixels.length / 12;
        number(0x00280002, 3)
                .text(0x00280004, "CS", "RGB")
                .number(0x00280006, 0)
                .text(0x00280008, "IS", Integer.toString(frames))
                .number(0x00280010, 2)
                .number(0x00280011, 2)
                .number(0x00280100, 8)
                .tag(0x7FE00010, "OB");
        number16(0).number32(pixels.length);
        bytes.writeBytes(pixels);
        return bytes.toByteArray();
    }

    /** A photograph of which only the header is there; all of it are bytes of ASCII. */
    public static byte[] header(String study, String series, String uid, String patient) {
        return new DicomFiles(EXPLICIT).head(study, series, uid, patient).bytes.toByteArray();
    }

    /** One frame of another format, in these pieces. */
    public static byte[] encapsulated(String study, String series, String uid, byte[]... pieces) {
        DicomFiles file = new DicomFiles(JPEG).head(study, series, uid, "");
        file.number(0x00280010, 2).number(0x00280011, 2).tag(0x7FE00010, "OB");
        file.number16(0).number32(-1).item(0xE000, new byte[0]);
        for (byte[] each : pieces) {
            file.item(0xE000, each);
        }
        file.item(0xE0DD, new byte[0]);
        return file.bytes.toByteArray();
    }

    private DicomFiles head(String study, String series, String uid, String patient) {
        return kind(uid).names(study, series, patient);
    }

    private DicomFiles kind(String uid) {
        return text(0x00080016, "UI", PHOTOGRAPH).text(0x00080018, "UI", uid).text(0x00080060, "CS", "XC");
    }

    private DicomFiles names(String study, String series, String patient) {
        return text(0x00100020, "LO", patient).text(0x0020000D, "UI", study).text(0x0020000E, "UI", series);
    }

    private DicomFiles text(int tag, String vr, String value) {
        byte[] text = value.getBytes(StandardCharsets.US_ASCII);
        tag(tag, vr).number16(text.length + text.length % 2);
        bytes.writeBytes(text);
        if (text.length % 2 == 1) {
            bytes.write("UI".equals(vr) ? 0 : ' ');
        }
        return this;
    }

    private DicomFiles number(int tag, int value) {
        return tag(tag, "US").number16(2).number16(value);
    }

    private DicomFiles tag(int tag, String vr) {
        number16(tag >>> 16).number16(tag);
        bytes.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private DicomFiles item(int element, byte[] content) {
        number16(0xFFFE).number16(element).number32(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private DicomFiles number32(int value) {
        return number16(value).number16(value >>> 16);
    }

    private DicomFiles number16(int value) {
        bytes.write(value);
        bytes.write(value >>> 8);
        return this;
    }
}
