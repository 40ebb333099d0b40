package health.strand.publication;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with a word in every place beside the pixels where cameras and programs leave some. */
public final class MarkedPictures {

    private static final int APP1 = 0xE1;
    private static final int COMMENT = 0xFE;
    private static final int AFTER_IHDR = 33;

    private MarkedPictures() {}

    /** Red on the left and blue on the right. */
    public static BufferedImage twoColours(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    /** Without anything beside the pixels. */
    public static byte[] plain(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(twoColours(width, height), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG with the word in EXIF (maker and place), a thumbnail, XMP, a comment and behind its end. */
    public static byte[] jpeg(String word, int orientation, int width, int height) {
        byte[] plain = plain("jpeg", width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, APP1, exif(word, orientation));
        segment(
                out,
                APP1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + word + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
        segment(out, COMMENT, word.getBytes(StandardCharsets.UTF_8));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** Two directories: the picture's, with orientation, maker and a thumbnail behind it, and that of GPS. */
    private static byte[] exif(String word, int orientation) {
        byte[] text = (word + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] thumbnail = jpegWithComment(word);
        int gps = 8 + 2 + 3 * 12 + 4;
        int values = gps + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + 2 * text.length + thumbnail.length);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 271, 2, text.length, values);
        tiff.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 34853, 4, 1, gps);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 27, 2, text.length, values + text.length);
        tiff.putInt(0);
        tiff.put(text).put(text).put(thumbnail);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        return out.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] jpegWithComment(String word) {
        byte[] plain = plain("jpeg", 8, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, COMMENT, word.getBytes(StandardCharsets.UTF_8));
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A PNG with the word as text in three kinds of chunks, in EXIF, as the name of its profile and behind its end. */
    public static byte[] png(String word, int width, int height) {
        byte[] plain = plain("png", width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, AFTER_IHDR);
        chunk(out, "tEXt", "Author\0" + word);
        chunk(out, "iTXt", "Title\0\0\0\0\0" + word);
        chunk(out, "eXIf", new String(exif(word, 1), StandardCharsets.ISO_8859_1).substring(6));
        chunk(out, "tIME", "\007\352\001\012\011\005\001");
        chunk(out, "prVt", word);
        out.write(plain, AFTER_IHDR, plain.length - AFTER_IHDR);
        out.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, String content) {
        byte[] bytes = (type + content).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length - 4).array());
        out.writeBytes(bytes);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A PNG that says it is this large and holds nothing of it. */
    static byte[] claiming(int width, int height) {
        byte[] plain = plain("png", 1, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 8);
        byte[] size = ByteBuffer.allocate(8).putInt(width).putInt(height).array();
        chunk(out, "IHDR", new String(size, StandardCharsets.ISO_8859_1) + "\010\002\0\0\0");
        out.write(plain, AFTER_IHDR, plain.length - AFTER_IHDR);
        return out.toByteArray();
    }

    /** Whether a word stands in a file, as text. */
    public static boolean holds(byte[] file, String word) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(word);
    }
}
