package health.strand.imaging;

import java.util.EnumSet;
import java.util.Set;

/**
 * A picture that is what it says, whole, and without what tells who or where. Its pixels are the bytes they were: the rest
 * of the file was cut out around them.
 *
 * @param removed the kinds of what was cut out; empty when the file is as it was
 */
public record CleanPicture(byte[] file, PictureFormat format, Set<Trace> removed) {

    /** Looks at all of a file that begins like a picture of this format. */
    public static CleanPicture of(byte[] file, PictureFormat format) throws UnreadablePicture {
        Set<Trace> removed = EnumSet.noneOf(Trace.class);
        byte[] clean = switch (format) {
            case JPEG -> new JpegFile(file).without(removed);
            case PNG -> new PngFile(file).without(removed);
        };
        PictureReader.check(clean);
        return new CleanPicture(removed.isEmpty() ? file : clean, format, Set.copyOf(removed));
    }
}
