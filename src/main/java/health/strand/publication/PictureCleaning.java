package health.strand.publication;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Takes a picture apart to its pixels and makes a new file of them. Nothing of the old file is copied, so that nothing has
 * to be known of what files may hold beside pixels: EXIF with place and time, thumbnails, comments, profiles, trailers.
 */
final class PictureCleaning {

    /** Larger files are no pictures somebody chose, or are made to fill the memory. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    static final long MOST_PIXELS = 50_000_000;
    /** The longer edge of a copy at most; a larger picture is scaled down. */
    static final int LONGEST_EDGE = 2048;

    private PictureCleaning() {}

    /** The pixels of a JPEG or PNG in a new file of the same format; empty for anything else, and for what is too large. */
    static Optional<CleanPicture> clean(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            Optional<PictureFormat> format = PictureFormat.of(file);
            return format.isPresent() ? clean(file, format.get()) : Optional.empty();
        } catch (IOException | RuntimeException notAPicture) {
            // decoders answer a broken file with whatever exception it drives them into
            return Optional.empty();
        }
    }

    private static Optional<CleanPicture> clean(byte[] file, PictureFormat format) throws IOException {
        Orientation held = format == PictureFormat.JPEG ? Orientation.of(file) : new Orientation(1);
        Optional<BufferedImage> decoded = decode(file, format);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        BufferedImage pixels = redrawn(decoded.get(), held);
        return Optional.of(
                new CleanPicture(format.write(pixels), format.contentType(), pixels.getWidth(), pixels.getHeight()));
    }

    /** Reads no more pixels than are needed: what will be scaled down is not read in full. */
    private static Optional<BufferedImage> decode(byte[] file, PictureFormat format) throws IOException {
        ImageReader reader = format.reader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            int every = Math.max(1, Math.max(width, height) / LONGEST_EDGE);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            return Optional.of(reader.read(0, how));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage redrawn(BufferedImage decoded, Orientation held) {
        double scale = Math.min(1.0, (double) LONGEST_EDGE / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        BufferedImage upright = new BufferedImage(
                held.isSideways() ? height : width, held.isSideways() ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            AffineTransform drawing = held.upright(width, height);
            drawing.scale((double) width / decoded.getWidth(), (double) height / decoded.getHeight());
            graphics.drawImage(decoded, drawing, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }
}
