package health.strand.publication;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as EXIF says it: the one thing of a file's metadata that is carried over, into the pixels.
 *
 * @param code 1 to 8 of TIFF's tag 274; 1 is upright
 */
record Orientation(int code) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 274;
    private static final int MOST_SEGMENTS = 100;
    private static final int MOST_TAGS = 500;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TIFF_AT = 6;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int FIRST_SIDEWAYS = 5;

    /** Upright where a JPEG does not say, or says it in a way that cannot be read. */
    static Orientation of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer jpeg) {
        jpeg.position(2);
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            int marker = jpeg.getShort() & 0xFF;
            int length = jpeg.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            ByteBuffer content = jpeg.slice(jpeg.position(), length - 2);
            if (marker == APP1 && isExif(content)) {
                return inTiff(content.slice(TIFF_AT, content.limit() - TIFF_AT));
            }
            jpeg.position(jpeg.position() + length - 2);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer content) {
        return content.limit() > TIFF_AT && content.getInt(0) == 0x45786966 && content.getShort(4) == 0;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_TAGS);
        for (int tag = 0; tag < tags; tag++) {
            int at = directory + 2 + 12 * tag;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int code = tiff.getShort(at + 8);
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether what is wide in the file is high when it is upright. */
    boolean isSideways() {
        return code >= FIRST_SIDEWAYS;
    }

    /** Sets upright what is this wide and high in the file. */
    AffineTransform upright(double width, double height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
