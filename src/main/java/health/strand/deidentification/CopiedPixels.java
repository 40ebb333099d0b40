package health.strand.deidentification;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.DicomWriter;
import health.strand.dicom.Frames;
import health.strand.dicom.Tag;
import health.strand.dicom.Vr;
import health.strand.imaging.Rendition;
import health.strand.imaging.UnreadablePicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * The pixels of a file, uncompressed, with no bit beside them: neither behind them, nor in the unused bits of each, nor in the
 * segments of a JPEG.
 *
 * @param bits of each sample, all of which are used
 * @param lossy whether they were unpacked from what has not all of them
 */
record CopiedPixels(
        int samples,
        String photometric,
        int planar,
        int frames,
        int rows,
        int columns,
        int bits,
        boolean lossy,
        byte[] all) {

    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final Set<String> PLAIN = Set.of("MONOCHROME1", "MONOCHROME2", "RGB", "YBR_FULL");
    private static final int COLOURS = 3;

    static CopiedPixels of(DicomFile file, byte[] whole) throws NotDeidentified {
        Frames frames = Frames.of(file).orElseThrow(CopiedPixels::unknown);
        return file.syntax().encapsulated() ? unpacked(file, frames, whole) : plain(file.data(), frames, whole);
    }

    private static NotDeidentified unknown() {
        return new NotDeidentified("the pixels of the file are of a kind that cannot be looked into");
    }

    private static CopiedPixels plain(DataSet data, Frames frames, byte[] whole) throws NotDeidentified {
        int bits = data.number(Tag.BITS_ALLOCATED).orElse(0);
        boolean used = (bits == Byte.SIZE || bits == Short.SIZE)
                && data.number(Tag.BITS_STORED).orElse(bits) == bits;
        String photometric = data.text(Tag.PHOTOMETRIC);
        boolean signed = data.number(Tag.PIXEL_REPRESENTATION).orElse(0) != 0;
        if (!used || signed || !PLAIN.contains(photometric)) {
            throw unknown();
        }
        return new CopiedPixels(
                data.number(Tag.SAMPLES_PER_PIXEL).orElse(1),
                photometric,
                data.number(Tag.PLANAR).orElse(0) == 1 ? 1 : 0,
                frames.count(),
                data.number(Tag.ROWS).orElse(0),
                data.number(Tag.COLUMNS).orElse(0),
                bits,
                false,
                bytes(frames, whole));
    }

    private static byte[] bytes(Frames frames, byte[] whole) throws NotDeidentified {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int each = 1; each <= frames.count(); each++) {
            append(all, frame(frames, each, whole));
        }
        return all.toByteArray();
    }

    private static void append(ByteArrayOutputStream all, byte[] frame) throws NotDeidentified {
        if (all.size() + (long) frame.length > MOST_BYTES) {
            throw new NotDeidentified("the pixels of the file are more than 100 MiB");
        }
        all.writeBytes(frame);
    }

    private static byte[] frame(Frames frames, int number, byte[] whole) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (Frames.Range each : frames.frame(number)) {
            frame.write(whole, Math.toIntExact(each.offset()), Math.toIntExact(each.length()));
        }
        return frame.toByteArray();
    }

    private static CopiedPixels unpacked(DicomFile file, Frames frames, byte[] whole) throws NotDeidentified {
        if (!file.syntax().isBaselineJpeg()) {
            throw unknown();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int rows = 0;
        int columns = 0;
        for (int each = 1; each <= frames.count(); each++) {
            BufferedImage picture = picture(frame(frames, each, whole));
            if (each > 1 && (picture.getHeight() != rows || picture.getWidth() != columns)) {
                throw unknown();
            }
            rows = picture.getHeight();
            columns = picture.getWidth();
            append(all, colours(picture));
        }
        return new CopiedPixels(COLOURS, "RGB", 0, frames.count(), rows, columns, Byte.SIZE, true, all.toByteArray());
    }

    private static BufferedImage picture(byte[] jpeg) throws NotDeidentified {
        try {
            return Rendition.pixels(jpeg);
        } catch (UnreadablePicture e) {
            throw unknown();
        }
    }

    private static byte[] colours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        byte[] colours = new byte[pixels.length * COLOURS];
        for (int each = 0; each < pixels.length; each++) {
            colours[each * COLOURS] = (byte) (pixels[each] >> 16);
            colours[each * COLOURS + 1] = (byte) (pixels[each] >> 8);
            colours[each * COLOURS + 2] = (byte) pixels[each];
        }
        return colours;
    }

    /** @param spacing of pixels, in mm, as DICOM writes it; empty where it is not known */
    void describe(DicomWriter file, String spacing) throws IOException {
        file.unsignedShort(Tag.SAMPLES_PER_PIXEL, samples);
        file.text(Tag.PHOTOMETRIC, Vr.CS, photometric);
        if (samples > 1) {
            file.unsignedShort(Tag.PLANAR, planar);
        }
        if (frames > 1) {
            file.text(Tag.FRAMES, Vr.IS, Integer.toString(frames));
        }
        file.unsignedShort(Tag.ROWS, rows);
        file.unsignedShort(Tag.COLUMNS, columns);
        if (!spacing.isEmpty()) {
            file.text(Tag.PIXEL_SPACING, Vr.DS, spacing);
        }
        file.unsignedShort(Tag.BITS_ALLOCATED, bits);
        file.unsignedShort(Tag.BITS_STORED, bits);
        file.unsignedShort(Tag.HIGH_BIT, bits - 1);
        file.unsignedShort(Tag.PIXEL_REPRESENTATION, 0);
    }

    void write(DicomWriter file) throws IOException {
        file.bytes(Tag.PIXEL_DATA, bits == Byte.SIZE ? Vr.OB : Vr.OW, all);
    }
}
