package health.strand.imaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A smaller picture as it is kept beside the one it was made of: its width and the size of that one before its file, so that
 * what is made of it is exactly as large as what would be made of the other.
 */
public final class KeptRendition {

    private static final int HEAD = 3 * Integer.BYTES;

    private KeptRendition() {}

    /**
     * What is to be kept of a picture in this width, in the format of the picture; empty when it is not wider.
     *
     * @param width in pixels
     */
    public static Optional<byte[]> of(byte[] file, int width) throws UnreadablePicture {
        Unpacked picture = PictureReader.read(file, width);
        if (picture.whole().wide() <= width) {
            return Optional.empty();
        }
        Rendition shown = Rendition.of(picture, width, PictureFormat.of(file).orElseThrow(UnreadablePicture::damaged));
        return Optional.of(kept(shown, picture.whole()));
    }

    private static byte[] kept(Rendition shown, PictureSize whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEAD + shown.file().length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(shown.width());
            out.writeInt(whole.wide());
            out.writeInt(whole.high());
            out.write(shown.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The picture in a size or format.
     *
     * @param width in pixels, no wider than what is kept
     * @param format empty for that of the picture
     */
    public static Rendition shown(byte[] kept, int width, Optional<PictureFormat> format) throws UnreadablePicture {
        ByteBuffer in = ByteBuffer.wrap(kept);
        int has = in.getInt();
        PictureSize whole = new PictureSize(in.getInt(), in.getInt());
        byte[] file = new byte[in.remaining()];
        in.get(file);
        PictureFormat own = PictureFormat.of(file).orElseThrow(UnreadablePicture::damaged);
        PictureFormat wanted = format.orElse(own);
        if (has == width && wanted == own) {
            return new Rendition(file, own, width, whole.within(width).high());
        }
        return Rendition.of(new Unpacked(PictureReader.read(file, width).pixels(), whole), width, wanted);
    }
}
