package health.strand.imaging;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** How a camera was held, by what it wrote into the file. */
final class JpegOrientation {

    private static final int UPRIGHT = 1;

    private JpegOrientation() {}

    /** From 1 to 8; 1 where nothing is said or it cannot be read. */
    static int of(byte[] file) {
        try {
            ExifIFD0Directory said = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer turned = said == null ? null : said.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return turned == null || turned < UPRIGHT || turned > 8 ? UPRIGHT : turned;
        } catch (ImageProcessingException | IOException e) {
            return UPRIGHT;
        }
    }
}
