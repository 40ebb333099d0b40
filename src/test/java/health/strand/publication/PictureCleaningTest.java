package health.strand.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a picture is its pixels. */
class PictureCleaningTest {

    private static final String WORD = "Nightingale";

    private static CleanPicture clean(byte[] file) {
        return PictureCleaning.clean(file).orElseThrow();
    }

    private static BufferedImage decoded(CleanPicture picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.file()));
        assertThat(image.getWidth()).isEqualTo(picture.width());
        assertThat(image.getHeight()).isEqualTo(picture.height());
        return image;
    }

    private static String colour(BufferedImage image, double x, double y) {
        Color colour = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        return colour.getRed() > 200 && colour.getBlue() < 60
                ? "red"
                : colour.getBlue() > 200 && colour.getRed() < 60 ? "blue" : colour.toString();
    }

    @Test
    void keepsThePixelsOfAJpegAndNoWordThatIsBesideThem() throws IOException {
        byte[] marked = MarkedPictures.jpeg(WORD, 1, 64, 48);
        assertThat(MarkedPictures.holds(marked, WORD)).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(marked))).isNotNull();

        CleanPicture picture = clean(marked);

        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        assertThat(MarkedPictures.holds(picture.file(), WORD)).isFalse();
        assertThat(MarkedPictures.holds(picture.file(), "Exif")).isFalse();
        assertThat(segments(picture.file())).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
        assertThat(colour(decoded(picture), 0.2, 0.5)).isEqualTo("red");
        assertThat(colour(decoded(picture), 0.8, 0.5)).isEqualTo("blue");
    }

    private static List<Integer> segments(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8) + (jpeg[at + 3] & 0xFF);
        }
        return markers;
    }

    @Test
    void keepsThePixelsOfAPngAndNoChunkThatIsBesideThem() throws IOException {
        byte[] marked = MarkedPictures.png(WORD, 64, 48);
        assertThat(MarkedPictures.holds(marked, WORD)).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(marked))).isNotNull();

        CleanPicture picture = clean(marked);

        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(MarkedPictures.holds(picture.file(), WORD)).isFalse();
        assertThat(chunks(picture.file())).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(colour(decoded(picture), 0.2, 0.5)).isEqualTo("red");
    }

    private static List<String> chunks(byte[] png) {
        List<String> types = new ArrayList<>();
        for (int at = 8;
                at < png.length;
                at += 12 + java.nio.ByteBuffer.wrap(png).getInt(at)) {
            types.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
        }
        return types;
    }

    /** Where the red half of a picture of 64 by 48 is once the camera's hold is made up for. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 0.2, 0.5",
        "2, 64, 0.8, 0.5",
        "3, 64, 0.8, 0.5",
        "4, 64, 0.2, 0.5",
        "5, 48, 0.5, 0.2",
        "6, 48, 0.5, 0.2",
        "7, 48, 0.5, 0.8",
        "8, 48, 0.5, 0.8",
        "9, 64, 0.2, 0.5"
    })
    void setsUprightWhatACameraTookSideways(int orientation, int width, double x, double y) throws IOException {
        CleanPicture picture = clean(MarkedPictures.jpeg(WORD, orientation, 64, 48));

        assertThat(picture.width()).isEqualTo(width);
        assertThat(colour(decoded(picture), x, y)).isEqualTo("red");
        assertThat(colour(decoded(picture), 1 - x, 1 - y)).isEqualTo("blue");
    }

    @Test
    void scalesDownWhatIsLarger() throws IOException {
        CleanPicture picture = clean(MarkedPictures.plain("png", 5000, 1000));

        assertThat(picture.width()).isEqualTo(PictureCleaning.LONGEST_EDGE);
        assertThat(picture.height()).isBetween(409, 411);
        assertThat(colour(decoded(picture), 0.2, 0.5)).isEqualTo("red");
    }

    @Test
    void drawsWhatCanBeSeenThroughOnWhite() throws IOException {
        java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", file);

        assertThat(decoded(clean(file.toByteArray())).getRGB(1, 1)).isEqualTo(Color.WHITE.getRGB());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "GIF89a", "%PDF-1.7", "\u00FF\u00D8\u00FF", "<svg/>"})
    void takesNothingElseForAPicture(String file) {
        assertThat(PictureCleaning.clean(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void leavesWhatIsBrokenOrCutOff() {
        byte[] png = MarkedPictures.png(WORD, 64, 48);

        for (int length = 8; length < 60; length++) {
            assertThat(PictureCleaning.clean(Arrays.copyOf(png, length))).isEmpty();
        }
        byte[] broken = MarkedPictures.jpeg(WORD, 1, 64, 48);
        Arrays.fill(broken, 2, broken.length, (byte) 0xFF);
        assertThat(PictureCleaning.clean(broken)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "2147483647, 2147483647", "25000001, 2", "0, 5"})
    void leavesWhatClaimsToBeLargerThanPicturesAre(int width, int height) {
        assertThat(PictureCleaning.clean(MarkedPictures.claiming(width, height)))
                .isEmpty();
    }

    @Test
    void leavesFilesThatAreTooLarge() {
        byte[] large = Arrays.copyOf(MarkedPictures.plain("png", 8, 8), PictureCleaning.MOST_BYTES + 1);

        assertThat(PictureCleaning.clean(large)).isEmpty();
        assertThat(PictureCleaning.clean(Arrays.copyOf(large, PictureCleaning.MOST_BYTES)))
                .isPresent();
    }
}
