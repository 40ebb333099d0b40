package health.strand.imaging;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a camera wrote into a file, of which only the way it was held is kept.
 *
 * @param orientation from 1 to 8, as EXIF 2.3 numbers them in tag 0x0112; 1 where nothing is said
 * @param place whether it says where the camera was
 */
record Exif(int orientation, boolean place) {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    /** @param tiff the data in TIFF's form, as it stands in a PNG, and behind six bytes in a JPEG */
    static Exif of(byte[] tiff) {
        Metadata said = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(tiff), said);
        } catch (RuntimeException e) {
            // what cannot be read is removed all the same
            return new Exif(UPRIGHT, false);
        }
        ExifIFD0Directory first = said.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer turned = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        int held = turned == null || turned < UPRIGHT || turned > LAST ? UPRIGHT : turned;
        return new Exif(held, said.containsDirectoryOfType(GpsDirectory.class));
    }

    Set<Trace> traces() {
        return place ? EnumSet.of(Trace.EXIF, Trace.GPS) : EnumSet.of(Trace.EXIF);
    }

    boolean isUpright() {
        return orientation == UPRIGHT;
    }

    /** The orientation and nothing else, in TIFF's form: one directory with one entry. */
    byte[] orientationAlone() {
        return ByteBuffer.allocate(26)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ExifIFD0Directory.TAG_ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
