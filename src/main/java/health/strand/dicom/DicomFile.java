package health.strand.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A file as DICOM stores and exchanges it, without its pixels and other long values.
 *
 * @param header what the file says of itself
 * @param data what it is about
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part10.html#chapter_7">PS3.10 chapter 7</a>
 */
public record DicomFile(DataSet header, DataSet data, TransferSyntax syntax) {

    static final int PREAMBLE = 128;
    private static final String PREFIX = "DICM";
    /** Also of what a small file unpacks to. */
    static final long MOST_BYTES = 512L * 1024 * 1024;

    /** Whether it begins like one. */
    public static boolean isOne(byte[] file) {
        return file.length >= PREAMBLE + PREFIX.length()
                && PREFIX.equals(new String(file, PREAMBLE, PREFIX.length(), StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads a file to its end and holds what is short of it.
     *
     * @throws UnreadableDicom when it is none, is damaged, or is larger than anything that is honest
     */
    public static DicomFile read(InputStream file) throws IOException, UnreadableDicom {
        return read(file, MOST_BYTES);
    }

    static DicomFile read(InputStream file, long most) throws IOException, UnreadableDicom {
        DicomInput input = new DicomInput(new BufferedInputStream(file), 0, most);
        try {
            if (!begins(input)) {
                throw new UnreadableDicom("the file is no DICOM file: `DICM` does not stand where it must");
            }
            DataSet header = new DicomReader(input).header();
            String uid = header.text(Tag.TRANSFER_SYNTAX);
            if (uid.isEmpty()) {
                throw new UnreadableDicom("the file does not say its transfer syntax");
            }
            TransferSyntax syntax = TransferSyntax.of(uid);
            DicomInput body = syntax.deflated()
                    ? new DicomInput(new InflaterInputStream(input.rest(), new Inflater(true)), 0, most)
                    : input;
            return new DicomFile(header, new DicomReader(body).body(syntax), syntax);
        } catch (EOFException e) {
            throw new UnreadableDicom("the file is cut short");
        } catch (ZipException e) {
            throw new UnreadableDicom("what is compressed in the file is damaged");
        }
    }

    private static boolean begins(DicomInput input) throws IOException {
        try {
            input.skip(PREAMBLE);
            return PREFIX.equals(new String(input.bytes(PREFIX.length()), StandardCharsets.ISO_8859_1));
        } catch (UnreadableDicom e) {
            return false;
        }
    }
}
