package health.strand.dicom;

import java.util.regex.Pattern;

/**
 * In which form the data set of a file is written.
 *
 * @param uid its name
 * @param explicit whether the representation of every value is written with it
 * @param bigEndian whether the most significant byte comes first
 * @param deflated whether everything after the file's own header is compressed
 * @param encapsulated whether the pixels are in fragments of another format
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_10">PS3.5 chapter 10</a>
 */
public record TransferSyntax(String uid, boolean explicit, boolean bigEndian, boolean deflated, boolean encapsulated) {

    private static final Pattern STANDARD = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2(\\.\\d+){0,3}");
    private static final Pattern JPEG_FAMILY = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(50|51|57|70)");
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String BIG = "1.2.840.10008.1.2.2";

    /** As the file's own header is written, whatever follows. */
    static final TransferSyntax OF_HEADER = new TransferSyntax(EXPLICIT, true, false, false, false);

    /** As the content of a sequence is written whose representation nobody knew (PS3.5 section 6.2.2). */
    static final TransferSyntax OF_UNKNOWN = new TransferSyntax(IMPLICIT, false, false, false, false);

    static TransferSyntax of(String uid) throws UnreadableDicom {
        if (!STANDARD.matcher(uid).matches()) {
            throw new UnreadableDicom("the transfer syntax is none of the standard's");
        }
        return switch (uid) {
            case IMPLICIT -> OF_UNKNOWN;
            case EXPLICIT -> OF_HEADER;
            case DEFLATED -> new TransferSyntax(uid, true, false, true, false);
            case BIG -> new TransferSyntax(uid, true, true, false, false);
            case ENCAPSULATED_UNCOMPRESSED -> new TransferSyntax(uid, true, false, false, true);
            default -> new TransferSyntax(uid, true, false, false, true);
        };
    }

    /** Whether each frame is a JPEG file of the kind that browsers know: 8 bits, sequential. */
    public boolean isBaselineJpeg() {
        return "1.2.840.10008.1.2.4.50".equals(uid);
    }

    /** Whether each frame is a file that begins like a JPEG. */
    public boolean isJpeg() {
        return JPEG_FAMILY.matcher(uid).matches();
    }

    /** The media type of one frame (PS3.18 section 8.7.3.3). */
    public String frameType() {
        if (!encapsulated) {
            return "application/octet-stream";
        }
        return switch (uid.substring(uid.lastIndexOf('.') + 1)) {
            case "50", "51", "57", "70" -> "image/jpeg";
            case "80", "81" -> "image/jls";
            case "90", "91" -> "image/jp2";
            case "92", "93" -> "image/jpx";
            case "201", "202", "203" -> "image/jphc";
            case "5" -> "image/dicom-rle";
            default -> "application/octet-stream";
        };
    }
}
