package health.strand.dicomweb;

import java.io.IOException;
import java.io.InputStream;

/**
 * What stands before the next mark. The mark is read too, and what follows it is not.
 *
 * <p>A mark begins with the end of a line, which does not come again in it: where a mark breaks off, another can begin only
 * with the byte that broke it off.
 */
final class PartContent extends InputStream {

    private static final int NONE = -1;

    private final InputStream in;
    private final byte[] mark;
    private int matched;
    /** How much of what matched stood before the content and is none of it. */
    private int before;

    private int given;
    private int toGive;
    private int behind = NONE;
    private boolean whole;
    private boolean over;

    /** @param before how many bytes of the mark have been read already, as the end of what stands before */
    PartContent(InputStream in, byte[] mark, int before) {
        this.in = in;
        this.mark = mark;
        this.matched = before;
        this.before = before;
    }

    /** Whether it was read up to a mark. */
    boolean isWhole() {
        return whole;
    }

    @Override
    public int read() throws IOException {
        while (given == toGive && !over) {
            int next = behind == NONE ? in.read() : behind;
            behind = NONE;
            if (next >= 0 && mark[matched] == (byte) next) {
                matched++;
                whole = matched == mark.length;
                over = whole;
            } else if (next >= 0 && matched == 0) {
                return next;
            } else {
                given = before;
                toGive = matched;
                behind = next;
                over = next < 0;
                matched = 0;
                before = 0;
            }
        }
        return given < toGive ? Byte.toUnsignedInt(mark[given++]) : NONE;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        for (int count = 0; count < length; count++) {
            int next = read();
            if (next == NONE) {
                return count == 0 ? NONE : count;
            }
            buffer[offset + count] = (byte) next;
        }
        return length;
    }
}
