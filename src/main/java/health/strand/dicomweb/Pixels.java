package health.strand.dicomweb;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.Tag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Makes a picture file of a frame: photographs and microscopy of 8 bits for each sample, as scalp scanners write them.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.7.6.3.1">PS3.3 section
 *     C.7.6.3.1</a>
 */
final class Pixels {

    static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final int BITS = 8;
    private static final int COLOURS = 3;

    private Pixels() {}

    /** @throws Refused for pixels of a kind that is not shown */
    static byte[] picture(DicomFile file, byte[] frame) throws IOException, Refused {
        if (file.syntax().encapsulated()) {
            if (!file.syntax().isJpeg()) {
                throw notShown();
            }
            return frame;
        }
        DataSet data = file.data();
        int rows = data.number(Tag.ROWS).orElse(0);
        int columns = data.number(Tag.COLUMNS).orElse(0);
        int samples = data.number(Tag.SAMPLES_PER_PIXEL).orElse(1);
        long needed = (long) rows * columns * samples;
        if (rows <= 0
                || columns <= 0
                || data.number(Tag.BITS_ALLOCATED).orElse(0) != BITS
                || needed <= 0
                || needed != frame.length) {
            throw notShown();
        }
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Colours colours = Colours.of(data, frame, rows * columns);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                picture.setRGB(x, y, colours.at(y * columns + x));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static Refused notShown() {
        return Refused.notAcceptable("pixels of this kind are not shown as a picture");
    }

    /** The colour of each pixel, as {@code 0xRRGGBB}. */
    private interface Colours {

        int at(int pixel);

        static Colours of(DataSet data, byte[] frame, int pixels) throws Refused {
            int samples = data.number(Tag.SAMPLES_PER_PIXEL).orElse(1);
            String meaning = data.text(Tag.PHOTOMETRIC);
            if (samples == 1 && meaning.startsWith("MONOCHROME")) {
                int mask = "MONOCHROME1".equals(meaning) ? 0xFF : 0;
                return pixel -> (Byte.toUnsignedInt(frame[pixel]) ^ mask) * 0x010101;
            }
            boolean colour = "RGB".equals(meaning) || "YBR_FULL".equals(meaning);
            if (samples != COLOURS || !colour) {
                throw notShown();
            }
            boolean planes = data.number(Tag.PLANAR).orElse(0) == 1;
            int step = planes ? pixels : 1;
            int stride = planes ? 1 : COLOURS;
            boolean rgb = "RGB".equals(meaning);
            return pixel -> {
                int first = Byte.toUnsignedInt(frame[pixel * stride]);
                int second = Byte.toUnsignedInt(frame[pixel * stride + step]);
                int third = Byte.toUnsignedInt(frame[pixel * stride + 2 * step]);
                return rgb ? first << 16 | second << 8 | third : ofLuminance(first, second - 128, third - 128);
            };
        }

        private static int ofLuminance(int luminance, int blue, int red) {
            return within(luminance + 1.402 * red) << 16
                    | within(luminance - 0.344136 * blue - 0.714136 * red) << 8
                    | within(luminance + 1.772 * blue);
        }

        private static int within(double value) {
            return (int) Math.max(0, Math.min(0xFF, Math.round(value)));
        }
    }
}
