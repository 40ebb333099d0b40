package health.strand.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Reads the small parts of a file in their order and knows how far it has come. What ends too early is refused. */
final class DicomInput {

    private static final String CUT_SHORT = "the file is cut short";

    private final PushbackInputStream input;
    private final long most;
    private long position;
    private boolean bigEndian;

    /**
     * @param position of the next byte
     * @param most bytes that are read before the rest is refused
     */
    DicomInput(InputStream input, long position, long most) {
        this.input = new PushbackInputStream(input, Integer.BYTES);
        this.position = position;
        this.most = most;
    }

    void order(boolean bigEndianFirst) {
        this.bigEndian = bigEndianFirst;
    }

    boolean bigEndian() {
        return bigEndian;
    }

    long position() {
        return position;
    }

    /** What has not been read yet, as it is. */
    InputStream rest() {
        return input;
    }

    boolean isAtEnd() throws IOException {
        int next = input.read();
        if (next < 0) {
            return true;
        }
        input.unread(next);
        return false;
    }

    /** The next tag, which is then read again. */
    int peekTag() throws IOException, UnreadableDicom {
        byte[] bytes = bytes(Integer.BYTES);
        input.unread(bytes);
        position -= bytes.length;
        return tag(bytes);
    }

    int tag() throws IOException, UnreadableDicom {
        return tag(bytes(Integer.BYTES));
    }

    private int tag(byte[] bytes) {
        return number(bytes, 0) << 16 | number(bytes, 2);
    }

    int unsignedShort() throws IOException, UnreadableDicom {
        return number(bytes(Short.BYTES), 0);
    }

    /** From 0 to 4,294,967,295. */
    long unsignedInt() throws IOException, UnreadableDicom {
        byte[] bytes = bytes(Integer.BYTES);
        int first = number(bytes, 0);
        int second = number(bytes, 2);
        return Integer.toUnsignedLong(bigEndian ? first << 16 | second : second << 16 | first);
    }

    private int number(byte[] bytes, int at) {
        int one = Byte.toUnsignedInt(bytes[at]);
        int two = Byte.toUnsignedInt(bytes[at + 1]);
        return bigEndian ? one << 8 | two : two << 8 | one;
    }

    byte[] bytes(int count) throws IOException, UnreadableDicom {
        advance(count);
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new UnreadableDicom(CUT_SHORT);
        }
        return bytes;
    }

    void skip(long count) throws IOException, UnreadableDicom {
        advance(count);
        try {
            input.skipNBytes(count);
        } catch (java.io.EOFException e) {
            throw new UnreadableDicom(CUT_SHORT);
        }
    }

    private void advance(long count) throws UnreadableDicom {
        position += count;
        if (position > most) {
            throw new UnreadableDicom("the file is longer than what is read");
        }
    }
}
