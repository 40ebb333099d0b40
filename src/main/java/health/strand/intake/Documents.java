package health.strand.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The files that are no pictures and are taken as they are: PDF and what is written in letters. Any other may be a picture or
 * a film that tells where it was taken, and is not taken: nobody here can look into it.
 */
final class Documents {

    private static final String PDF = "application/pdf";
    private static final byte[] BEGINS_PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> LETTERS =
            Set.of("application/json", "application/xml", "application/rtf", "application/jose", "application/jwt");

    private Documents() {}

    /** Why a file of that type is not taken; empty when it is. */
    static Optional<String> problem(String type, byte[] file) {
        if (type.equals(PDF)) {
            return Arrays.equals(BEGINS_PDF, Arrays.copyOf(file, BEGINS_PDF.length))
                    ? Optional.empty()
                    : Optional.of("the content type says that this is a PDF, but it is none");
        }
        if (!isInLetters(type)) {
            return Optional.of("files of this type are not taken; pictures are taken as `image/png`, `image/jpeg` or"
                    + " `application/dicom`, documents as `application/pdf` or in letters (`text/plain`, XML, JSON)");
        }
        if (!isText(file)) {
            return Optional.of("the content type says that this is in letters, but it is not; say what it is");
        }
        return Addresses.holdsFile(new String(file, StandardCharsets.ISO_8859_1))
                ? Optional.of("there is a file in an address (`data:`) in it; send that file by itself")
                : Optional.empty();
    }

    private static boolean isInLetters(String type) {
        boolean picture = type.startsWith("image/") || type.startsWith("video/");
        return !picture
                && (type.startsWith("text/")
                        || type.endsWith("+json")
                        || type.endsWith("+xml")
                        || LETTERS.contains(type));
    }

    /** Every other kind of file has bytes in it that no text has. */
    private static boolean isText(byte[] file) {
        for (byte each : file) {
            boolean control = each >= 0 && each < ' ';
            if (control && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        return true;
    }
}
