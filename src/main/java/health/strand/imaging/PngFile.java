package health.strand.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file, of which those are kept that showing it takes.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, third edition, section 5</a>
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int HEAD_LENGTH = 13;
    private static final String HEAD = "IHDR";
    private static final String END = "IEND";
    /** The picture, its colours and how large a pixel is. */
    private static final Set<String> KEPT = Set.of(
            HEAD, "PLTE", "IDAT", END, "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "bKGD",
            "pHYs");

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = SIGNATURE;
    private boolean held;

    PngFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    /** The file without what tells who or where, whose kinds are added to those removed. */
    byte[] without(Set<Trace> removed) throws UnreadablePicture {
        kept.write(file, 0, SIGNATURE);
        String type;
        do {
            int length = length();
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            boolean first = at == SIGNATURE;
            if (first != HEAD.equals(type)) {
                throw UnreadablePicture.damaged();
            }
            if (first) {
                checkSize(length);
            }
            take(type, length, removed);
            at += AROUND + length;
        } while (!END.equals(type));
        if (at < file.length) {
            removed.add(Trace.TRAILER);
        }
        return kept.toByteArray();
    }

    /** Of the chunk that begins here, all of which is there and as it was written. */
    private int length() throws UnreadablePicture {
        if (file.length - at < AROUND) {
            throw UnreadablePicture.damaged();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int length = bytes.getInt(at);
        if (length < 0 || length > file.length - at - AROUND) {
            throw UnreadablePicture.damaged();
        }
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
            throw UnreadablePicture.damaged();
        }
        return length;
    }

    private void checkSize(int length) throws UnreadablePicture {
        if (length != HEAD_LENGTH) {
            throw UnreadablePicture.damaged();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        new PictureSize(bytes.getInt(at + 8), bytes.getInt(at + 12)).check();
    }

    private void take(String type, int length, Set<Trace> removed) throws UnreadablePicture {
        if (KEPT.contains(type)) {
            kept.write(file, at, AROUND + length);
        } else if (Character.isUpperCase(type.charAt(0))) {
            // who does not know such a chunk cannot show the picture
            throw new UnreadablePicture("the picture is a kind of PNG that is not read; save it as an ordinary PNG");
        } else if ("eXIf".equals(type)) {
            hold(Arrays.copyOfRange(file, at + 8, at + 8 + length), removed);
        } else {
            removed.add(kind(type, length));
        }
    }

    private Trace kind(String type, int length) {
        return switch (type) {
            case "tEXt", "zTXt" -> Trace.TEXT;
            case "iTXt" -> isXmp(length) ? Trace.XMP : Trace.TEXT;
            case "tIME" -> Trace.TIME;
            case "acTL", "fcTL", "fdAT" -> Trace.MORE_PICTURES;
            default -> Trace.OTHER;
        };
    }

    private boolean isXmp(int length) {
        String keyword = new String(file, at + 8, Math.min(length, 18), StandardCharsets.ISO_8859_1);
        return keyword.startsWith("XML:com.adobe.xmp");
    }

    /** The way the camera was held, once. */
    private void hold(byte[] content, Set<Trace> removed) {
        Exif said = Exif.of(content);
        byte[] alone = said.orientationAlone();
        boolean first = !held && !said.isUpright();
        if (!first || !Arrays.equals(alone, content)) {
            removed.addAll(said.traces());
        }
        if (first) {
            held = true;
            chunk("eXIf", alone);
        }
    }

    private void chunk(String type, byte[] content) {
        byte[] chunk = new byte[AROUND + content.length];
        ByteBuffer bytes = ByteBuffer.wrap(chunk);
        bytes.putInt(content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk, 4, content.length + 4);
        bytes.putInt((int) sum.getValue());
        kept.write(chunk, 0, chunk.length);
    }
}
