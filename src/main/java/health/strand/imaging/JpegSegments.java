package health.strand.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of each segment of a JPEG file what is kept of it. What is not known to be needed is not kept. */
final class JpegSegments {

    private static final int FIRST_APP = 0xE0;
    private static final int LAST_APP = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int PRESS = 0xED;
    private static final int ADOBE = 0xEE;
    /** Tables for Huffman codes and quantisation, restart intervals, and the head of a scan. */
    private static final Set<Integer> NEEDED = Set.of(0xC4, 0xDB, 0xDD, 0xDA);

    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int LAST_FRAME = 0xCF;

    private static final byte[] JFIF_NAME = name("JFIF\0");
    private static final byte[] EXIF_NAME = name("Exif\0\0");
    private static final byte[] XMP_NAME = name("http://ns.adobe.com/");
    private static final byte[] PROFILE_NAME = name("ICC_PROFILE\0");
    private static final byte[] MORE_PICTURES = name("MPF\0");
    private static final byte[] ADOBE_NAME = name("Adobe");
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;

    private boolean frame;
    private boolean held;

    private static byte[] name(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the segment that says how large the picture is was there. */
    boolean hasFrame() {
        return frame;
    }

    /** What is kept of a segment; null for nothing. */
    byte @Nullable [] clean(int marker, byte[] content, Set<Trace> removed) throws UnreadablePicture {
        if (NEEDED.contains(marker)) {
            return content;
        }
        if (marker >= BASELINE && marker <= LAST_FRAME) {
            frame(marker, content);
            return content;
        }
        if (marker == COMMENT) {
            removed.add(Trace.COMMENT);
            return null;
        }
        if (marker >= FIRST_APP && marker <= LAST_APP) {
            return ofPrograms(marker, content, removed);
        }
        throw UnreadablePicture.damaged();
    }

    private void frame(int marker, byte[] content) throws UnreadablePicture {
        if (frame || content.length < 6) {
            throw UnreadablePicture.damaged();
        }
        frame = true;
        new PictureSize(number(content, 3), number(content, 1)).check();
        if (content[5] == 4) {
            throw new UnreadablePicture("the picture is in the colours of print (CMYK); save it as RGB");
        }
        boolean ordinary = marker <= PROGRESSIVE && content[0] == 8 && (content[5] == 1 || content[5] == 3);
        if (!ordinary) {
            throw new UnreadablePicture("the picture is a kind of JPEG that is not read; save it as an ordinary JPEG");
        }
    }

    private static int number(byte[] content, int at) {
        return Byte.toUnsignedInt(content[at]) << 8 | Byte.toUnsignedInt(content[at + 1]);
    }

    private byte @Nullable [] ofPrograms(int marker, byte[] content, Set<Trace> removed) {
        if (marker == JFIF && content.length >= JFIF_LENGTH && begins(content, JFIF_NAME)) {
            return withoutThumbnail(content, removed);
        }
        if (marker == EXIF && begins(content, EXIF_NAME)) {
            return held(content, removed);
        }
        if (marker == PROFILE && begins(content, PROFILE_NAME)) {
            return content;
        }
        if (marker == ADOBE && content.length >= ADOBE_LENGTH && begins(content, ADOBE_NAME)) {
            return cut(content, ADOBE_LENGTH, Trace.OTHER, removed);
        }
        removed.add(kind(marker, content));
        return null;
    }

    private static Trace kind(int marker, byte[] content) {
        return switch (marker) {
            case JFIF -> Trace.THUMBNAIL;
            case EXIF -> begins(content, XMP_NAME) ? Trace.XMP : Trace.OTHER;
            case PROFILE -> begins(content, MORE_PICTURES) ? Trace.MORE_PICTURES : Trace.OTHER;
            case PRESS -> Trace.IPTC;
            default -> Trace.OTHER;
        };
    }

    private static byte[] withoutThumbnail(byte[] content, Set<Trace> removed) {
        byte[] kept = cut(content, JFIF_LENGTH, Trace.THUMBNAIL, removed);
        if (kept.length < content.length) {
            kept[JFIF_LENGTH - 2] = 0;
            kept[JFIF_LENGTH - 1] = 0;
        }
        return kept;
    }

    private static byte[] cut(byte[] content, int length, Trace kind, Set<Trace> removed) {
        if (content.length == length) {
            return content;
        }
        removed.add(kind);
        return Arrays.copyOf(content, length);
    }

    /** The way the camera was held, once. */
    private byte @Nullable [] held(byte[] content, Set<Trace> removed) {
        Exif said = Exif.of(Arrays.copyOfRange(content, EXIF_NAME.length, content.length));
        byte[] alone = said.orientationAlone();
        byte[] kept = Arrays.copyOf(EXIF_NAME, EXIF_NAME.length + alone.length);
        System.arraycopy(alone, 0, kept, EXIF_NAME.length, alone.length);
        boolean first = !held && !said.isUpright();
        if (!first || !Arrays.equals(kept, content)) {
            removed.addAll(said.traces());
        }
        held = held || first;
        return first ? kept : null;
    }

    private static boolean begins(byte[] content, byte[] name) {
        return content.length >= name.length && Arrays.equals(content, 0, name.length, name, 0, name.length);
    }
}
