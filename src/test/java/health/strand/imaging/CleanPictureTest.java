package health.strand.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.publication.MarkedPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanPictureTest {

    private static final String WORD = "CANARY";

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static byte[] marked(PictureFormat format, int orientation) {
        return format == PictureFormat.JPEG
                ? MarkedPictures.jpeg(WORD, orientation, 64, 48)
                : MarkedPictures.png(WORD, 64, 48);
    }

    /** The bytes of a compressed picture from its first scan on. */
    private static byte[] scan(byte[] jpeg) {
        for (int at = 0; at + 1 < jpeg.length; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xDA) {
                return Arrays.copyOfRange(jpeg, at, jpeg.length);
            }
        }
        throw new AssertionError("no scan");
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void isLeftAsItWasWhenNothingIsBesideThePixels(PictureFormat format) throws Exception {
        byte[] plain = MarkedPictures.plain(format.name(), 64, 48);
        CleanPicture clean = CleanPicture.of(plain, format);
        assertThat(clean.file()).isSameAs(plain);
        assertThat(clean.removed()).isEmpty();
    }

    @Test
    void ofTheSmallestPictureIsThatPicture() throws Exception {
        byte[] pixel = Base64.getDecoder().decode(OnePixel.PNG);
        assertThat(CleanPicture.of(pixel, PictureFormat.PNG).file()).isSameAs(pixel);
    }

    @Test
    void losesWhatACameraWroteIntoAJpegAndNoPixel() throws Exception {
        byte[] marked = marked(PictureFormat.JPEG, 6);
        CleanPicture clean = CleanPicture.of(marked, PictureFormat.JPEG);
        assertThat(MarkedPictures.holds(marked, WORD)).isTrue();
        assertThat(MarkedPictures.holds(clean.file(), WORD)).isFalse();
        assertThat(clean.removed())
                .containsExactlyInAnyOrder(Trace.EXIF, Trace.GPS, Trace.XMP, Trace.COMMENT, Trace.TRAILER);
        assertThat(scan(clean.file())).isEqualTo(scan(MarkedPictures.plain("jpeg", 64, 48)));
    }

    @Test
    void losesWhatProgramsWroteIntoAPngAndNoPixel() throws Exception {
        byte[] marked = marked(PictureFormat.PNG, 1);
        CleanPicture clean = CleanPicture.of(marked, PictureFormat.PNG);
        assertThat(MarkedPictures.holds(marked, WORD)).isTrue();
        assertThat(clean.removed())
                .containsExactlyInAnyOrder(Trace.TEXT, Trace.EXIF, Trace.GPS, Trace.TIME, Trace.OTHER, Trace.TRAILER);
        assertThat(clean.file()).isEqualTo(MarkedPictures.plain("png", 64, 48));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysAsItWasHeld(int orientation) throws Exception {
        byte[] clean = CleanPicture.of(marked(PictureFormat.JPEG, orientation), PictureFormat.JPEG)
                .file();
        assertThat(JpegOrientation.of(clean)).isEqualTo(orientation);
        assertThat(pixels(clean)).isEqualTo(pixels(MarkedPictures.plain("jpeg", 64, 48)));
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void isCleanWhenItIsCleanedAgain(PictureFormat format) throws Exception {
        byte[] once = CleanPicture.of(marked(format, 6), format).file();
        CleanPicture again = CleanPicture.of(once, format);
        assertThat(again.removed()).isEmpty();
        assertThat(again.file()).isEqualTo(once);
    }

    /** Wherever it is cut: what is missing is never taken for a smaller picture. */
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void isNoneOfAFileThatIsCutAnywhere(PictureFormat format) {
        byte[] whole = MarkedPictures.plain(format.name(), 64, 48);
        for (int left = 8; left < whole.length; left++) {
            byte[] cut = Arrays.copyOf(whole, left);
            assertThatThrownBy(() -> CleanPicture.of(cut, format))
                    .as("%s of %s", left, whole.length)
                    .isInstanceOf(UnreadablePicture.class)
                    .hasMessage("the picture is damaged or not all of it is there");
        }
    }

    /** Whatever is changed in it, it is taken or refused, and nothing else happens. */
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void isTakenOrRefusedWhateverIsChangedInIt(PictureFormat format) {
        byte[] whole = marked(format, 6);
        int taken = 0;
        for (int at = 8; at < whole.length; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            try {
                CleanPicture clean = CleanPicture.of(changed, format);
                assertThat(MarkedPictures.holds(clean.file(), WORD)).isFalse();
                taken++;
            } catch (UnreadablePicture e) {
                assertThat(e.why()).doesNotContain(WORD);
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void isNoneOfAPngOfWhichAByteIsAnother() {
        byte[] whole = MarkedPictures.plain("png", 64, 48);
        for (int at = 8; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> CleanPicture.of(changed, PictureFormat.PNG))
                    .isInstanceOf(UnreadablePicture.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "20001, 1", "1, 20001", "10001, 10000"})
    void isNoneOfAFileThatWouldUnpackToAnEnormousOne(int wide, int high) {
        assertThatThrownBy(() -> CleanPicture.of(Pictures.claiming(wide, high), PictureFormat.PNG))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("hundred million");
        assertThatThrownBy(() -> CleanPicture.of(jpegClaiming(wide, high), PictureFormat.JPEG))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("hundred million");
    }

    private static byte[] jpegClaiming(int wide, int high) {
        return changed(MarkedPictures.plain("jpeg", 64, 48), 0xC0, 5, high >> 8, high, wide >> 8, wide);
    }

    /** The same file with other bytes behind a marker. */
    private static byte[] changed(byte[] jpeg, int marker, int behind, int... bytes) {
        for (int at = 0; at + 1 < jpeg.length; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == marker) {
                for (int each = 0; each < bytes.length; each++) {
                    jpeg[at + behind + each] = (byte) bytes[each];
                }
                return jpeg;
            }
        }
        throw new AssertionError("no such marker");
    }

    @Test
    void isNoneOfAKindOfJpegThatNobodyCanShow() {
        byte[] print = changed(MarkedPictures.plain("jpeg", 64, 48), 0xC0, 9, 4);
        assertThatThrownBy(() -> CleanPicture.of(print, PictureFormat.JPEG)).hasMessageContaining("CMYK");
        byte[] lossless = changed(MarkedPictures.plain("jpeg", 64, 48), 0xC0, 1, 0xC3);
        assertThatThrownBy(() -> CleanPicture.of(lossless, PictureFormat.JPEG)).hasMessageContaining("ordinary JPEG");
        byte[] deep = changed(MarkedPictures.plain("jpeg", 64, 48), 0xC0, 4, 12);
        assertThatThrownBy(() -> CleanPicture.of(deep, PictureFormat.JPEG)).hasMessageContaining("ordinary JPEG");
    }

    /** Each layer would cost as much as the whole picture. */
    @Test
    void isNoneOfAJpegOfMoreLayersThanAnyCameraWrites() throws Exception {
        byte[] layered = progressive();
        assertThat(CleanPicture.of(layered, PictureFormat.JPEG).removed()).isEmpty();
        byte[] scan = scan(layered);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(layered, 0, layered.length - 2);
        for (int each = 0; each < 100; each++) {
            many.write(scan, 0, scan.length - 2);
        }
        many.write(new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThatThrownBy(() -> CleanPicture.of(many.toByteArray(), PictureFormat.JPEG))
                .hasMessageContaining("more than 100 layers");
    }

    private static byte[] progressive() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(MarkedPictures.twoColours(64, 48), null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
