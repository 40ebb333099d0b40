package health.strand.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionTest {

    private static BufferedImage seen(Rendition shown) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(shown.file()));
    }

    /** Compressed colours are not exact. */
    private static boolean isRed(BufferedImage picture, int x, int y) {
        int colour = picture.getRGB(x, y);
        return (colour >> 16 & 0xFF) > 200 && (colour & 0xFF) < 60;
    }

    @ParameterizedTest
    @CsvSource({
        "png, PNG, 40, 20",
        "jpg, JPEG, 40, 20",
        "png, JPEG, 40, 20",
        "jpg, PNG, 400, 200",
        "png, PNG, 4000, 200"
    })
    void isAsWideAsAskedForAndNoWiderThanThePicture(String kind, PictureFormat format, int asked, int high)
            throws Exception {
        Rendition shown = Rendition.of(Pictures.of(kind, 400, 200), asked, format);
        assertThat(shown.width()).isEqualTo(Math.min(asked, 400));
        assertThat(shown.height()).isEqualTo(high);
        assertThat(PictureFormat.of(shown.file())).contains(format);
        BufferedImage picture = seen(shown);
        assertThat(picture.getWidth()).isEqualTo(shown.width());
        assertThat(isRed(picture, shown.width() / 4, high / 4)).isTrue();
        assertThat(isRed(picture, 3 * shown.width() / 4, 3 * high / 4)).isFalse();
    }

    /** Where the red corner comes to lie, as EXIF numbers the ways a camera is held. */
    @ParameterizedTest
    @CsvSource({
        "1, false, false",
        "2, true, false",
        "3, true, true",
        "4, false, true",
        "5, false, false",
        "6, true, false",
        "7, true, true",
        "8, false, true"
    })
    void standsUpright(int orientation, boolean right, boolean below) throws Exception {
        Rendition shown = Rendition.of(Pictures.held(Pictures.of("jpg", 160, 80), orientation), 160, PictureFormat.PNG);
        BufferedImage picture = seen(shown);
        assertThat(picture.getWidth() < picture.getHeight()).isEqualTo(orientation > 4);
        int x = picture.getWidth() / 4 * (right ? 3 : 1);
        int y = picture.getHeight() / 4 * (below ? 3 : 1);
        assertThat(isRed(picture, x, y)).isTrue();
        assertThat(isRed(picture, picture.getWidth() - x, picture.getHeight() - y))
                .isFalse();
    }

    @Test
    void holdsNothingOfTheFileButWhatIsSeen() throws Exception {
        Rendition shown = Rendition.of(Pictures.held(Pictures.of("jpg", 160, 80), 6), 160, PictureFormat.JPEG);
        assertThat(new String(shown.file(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    /** It would take ten gigabytes to unpack. */
    @Test
    void refusesAnEnormousPictureBeforeItIsUnpacked() {
        byte[] bomb = Pictures.claiming(60_000, 60_000);
        assertThat(bomb.length).isLessThan(200);
        assertThatThrownBy(() -> Rendition.of(bomb, 100, PictureFormat.PNG))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("hundred million");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void refusesAPictureOfWhichAPartIsMissing(String kind) {
        byte[] whole = Pictures.of(kind, 400, 200);
        for (int left : new int[] {whole.length / 2, 20}) {
            assertThatThrownBy(() -> Rendition.of(Arrays.copyOf(whole, left), 100, PictureFormat.PNG))
                    .as("%s of %s", left, whole.length)
                    .isInstanceOf(UnreadablePicture.class)
                    .hasMessageContaining("damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a"})
    void refusesWhatIsNoPicture(String text) {
        assertThatThrownBy(() -> Rendition.of(text.getBytes(StandardCharsets.UTF_8), 100, PictureFormat.PNG))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("neither");
    }
}
