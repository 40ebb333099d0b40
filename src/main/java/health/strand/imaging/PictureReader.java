package health.strand.imaging;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture no larger than it is needed. How large it would become is known before anything is unpacked, so that a small
 * file that holds an enormous picture costs nothing.
 */
final class PictureReader {

    /** Every pixel is unpacked to know that it is there, and few are kept. */
    private static final int GLANCE = 16;

    /** What is unpacked at one time is bounded, however many ask. */
    private static final Semaphore TURNS = new Semaphore(2);

    private PictureReader() {}

    /** @param width in which it is needed; it is read at least twice as wide, if it is, so that scaling it is smooth */
    static Unpacked read(byte[] file, int width) throws UnreadablePicture {
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() -> new UnreadablePicture("the file is neither a PNG nor a JPEG picture"));
        TURNS.acquireUninterruptibly();
        try {
            Unpacked picture = decoded(file, format, width);
            return format == PictureFormat.JPEG ? upright(picture, JpegOrientation.of(file)) : picture;
        } finally {
            TURNS.release();
        }
    }

    /** Unpacks all of a picture and keeps nothing, to know that it can be shown. */
    static void check(byte[] file) throws UnreadablePicture {
        read(file, GLANCE);
    }

    private static Unpacked decoded(byte[] file, PictureFormat format, int width) throws UnreadablePicture {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return read(reader, width);
        } catch (IOException | RuntimeException e) {
            // decoders meet broken files in every way there is
            throw UnreadablePicture.damaged();
        } finally {
            reader.dispose();
        }
    }

    private static Unpacked read(ImageReader reader, int width) throws IOException, UnreadablePicture {
        PictureSize size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
        size.check();
        boolean[] warned = new boolean[1];
        reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> warned[0] = true);
        ImageReadParam wanted = reader.getDefaultReadParam();
        int every = Math.max(1, Math.min(size.wide(), size.high()) / Math.max(1, 2 * width));
        wanted.setSourceSubsampling(every, every, 0, 0);
        BufferedImage picture = reader.read(0, wanted);
        if (warned[0]) {
            throw UnreadablePicture.damaged();
        }
        return new Unpacked(picture, size);
    }

    /** Turned and mirrored as its camera said (EXIF 2.3, tag 0x0112). */
    private static Unpacked upright(Unpacked lying, int orientation) {
        BufferedImage picture = lying.pixels();
        int wide = picture.getWidth();
        int high = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
            default -> null;
        };
        if (turn == null) {
            return lying;
        }
        boolean lies = orientation > 4;
        BufferedImage turned = new BufferedImage(lies ? high : wide, lies ? wide : high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return new Unpacked(turned, lies ? lying.whole().turned() : lying.whole());
    }
}
