package health.strand.publication;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The formats pictures are read and written in, told by how a file begins and not by what somebody says it is. */
enum PictureFormat {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    private static final float QUALITY = 0.9f;

    private final String contentType;
    private final int[] beginning;

    PictureFormat(String contentType, int... beginning) {
        this.contentType = contentType;
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(each -> each.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        if (file.length < beginning.length) {
            return false;
        }
        for (int at = 0; at < beginning.length; at++) {
            if ((file[at] & 0xFF) != beginning[at]) {
                return false;
            }
        }
        return true;
    }

    String contentType() {
        return contentType;
    }

    ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }

    /** A file that holds the pixels and what it takes to show them. */
    byte[] write(BufferedImage pixels) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name()).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(pixels, null, null), compression(writer));
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private ImageWriteParam compression(ImageWriter writer) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (this == JPEG) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
        }
        return how;
    }
}
