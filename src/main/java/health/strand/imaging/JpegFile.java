package health.strand.imaging;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * The segments of a JPEG file, of which those are kept that showing it takes.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    /** A file of progressive scans unpacks its whole picture anew for each; cameras write about ten. */
    private static final int MOST_SCANS = 100;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private final JpegSegments segments = new JpegSegments();
    private int at = 2;
    private int scans;

    JpegFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    /** The file without what tells who or where, whose kinds are added to those removed. */
    byte[] without(Set<Trace> removed) throws UnreadablePicture {
        marker(START);
        for (int next = nextMarker(); next != END; next = nextMarker()) {
            byte[] content = content();
            byte[] clean = segments.clean(next, content, removed);
            if (clean != null) {
                segment(next, clean);
            }
            if (next == SCAN) {
                scan();
            }
        }
        marker(END);
        if (scans == 0 || !segments.hasFrame()) {
            throw UnreadablePicture.damaged();
        }
        if (at < file.length) {
            removed.add(Trace.TRAILER);
        }
        return kept.toByteArray();
    }

    private int nextMarker() throws UnreadablePicture {
        if (next() != 0xFF) {
            throw UnreadablePicture.damaged();
        }
        int marker = next();
        while (marker == 0xFF) {
            // any number of these may fill up what lies before a marker
            marker = next();
        }
        return marker;
    }

    private int next() throws UnreadablePicture {
        if (at >= file.length) {
            throw UnreadablePicture.damaged();
        }
        return Byte.toUnsignedInt(file[at++]);
    }

    private byte[] content() throws UnreadablePicture {
        int length = (next() << 8 | next()) - 2;
        if (length < 0 || length > file.length - at) {
            throw UnreadablePicture.damaged();
        }
        byte[] content = java.util.Arrays.copyOfRange(file, at, at + length);
        at += length;
        return content;
    }

    /** The compressed pixels go on to the next marker that stands for none of them. */
    private void scan() throws UnreadablePicture {
        if (++scans > MOST_SCANS) {
            throw new UnreadablePicture("the picture is stored in more than 100 layers; save it as an ordinary JPEG");
        }
        int from = at;
        while (at + 1 < file.length && !endsScan(Byte.toUnsignedInt(file[at + 1]))) {
            at++;
        }
        if (at + 1 >= file.length) {
            throw UnreadablePicture.damaged();
        }
        kept.write(file, from, at - from);
    }

    private boolean endsScan(int second) {
        return Byte.toUnsignedInt(file[at]) == 0xFF
                && second != 0
                && second != 0xFF
                && (second < FIRST_RESTART || second > LAST_RESTART);
    }

    private void marker(int marker) {
        kept.write(0xFF);
        kept.write(marker);
    }

    private void segment(int marker, byte[] content) {
        marker(marker);
        kept.write(content.length + 2 >> 8);
        kept.write(content.length + 2);
        kept.write(content, 0, content.length);
    }
}
