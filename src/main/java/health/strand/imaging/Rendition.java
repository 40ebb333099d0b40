package health.strand.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A picture as it is shown: no wider than asked for, upright, and with nothing in its file but what is seen.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Rendition(byte[] file, PictureFormat format, int width, int height) {

    /** Wider than any picture that is read, so that none is read smaller than it is. */
    private static final int WHOLE = 65_535;

    /** @param width in pixels; a picture that is narrower stays as wide as it is */
    public static Rendition of(byte[] file, int width, PictureFormat format) throws UnreadablePicture {
        return of(PictureReader.read(file, width), width, format);
    }

    /** The pixels of a whole picture, upright, in red, green and blue. */
    public static BufferedImage pixels(byte[] file) throws UnreadablePicture {
        Unpacked picture = PictureReader.read(file, WHOLE);
        PictureSize size = picture.whole();
        return scaled(picture.pixels(), size.wide(), size.high(), PictureFormat.JPEG);
    }

    static Rendition of(Unpacked picture, int width, PictureFormat format) {
        PictureSize size = picture.whole().within(width);
        return new Rendition(
                written(scaled(picture.pixels(), size.wide(), size.high(), format), format),
                format,
                size.wide(),
                size.high());
    }

    private static BufferedImage scaled(BufferedImage whole, int width, int height, PictureFormat format) {
        boolean clear = format == PictureFormat.PNG && whole.getColorModel().hasAlpha();
        BufferedImage scaled =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        try {
            if (!clear) {
                // what can be seen through is white in a format that knows no such thing
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, width, height);
            }
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.drawImage(whole, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return scaled;
    }

    private static byte[] written(BufferedImage picture, PictureFormat format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format.name().toLowerCase(Locale.ROOT), file)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written", e);
        }
        return file.toByteArray();
    }
}
