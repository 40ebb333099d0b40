package health.strand.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptRenditionTest {

    private static byte[] kept(byte[] picture, int width) throws UnreadablePicture {
        return KeptRendition.of(picture, width).orElseThrow();
    }

    /** Sizes at which rounding twice would be a pixel off are among them. */
    @ParameterizedTest
    @CsvSource({"1999, 1511", "2000, 701", "1300, 3000", "4001, 1287"})
    void showsEveryWidthAsLargeAsThePictureWould(int wide, int high) throws Exception {
        byte[] picture = Pictures.of("jpg", wide, high);
        byte[] kept = kept(picture, 1280);
        for (int width = 16; width <= 1280; width += 79) {
            Rendition shown = KeptRendition.shown(kept, width, Optional.empty());
            Rendition direct = Rendition.of(picture, width, PictureFormat.JPEG);

            assertThat(shown.width()).isEqualTo(direct.width()).isEqualTo(width);
            assertThat(shown.height()).as("%d wide", width).isEqualTo(direct.height());
            assertThat(shown.format()).isEqualTo(PictureFormat.JPEG);
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(shown.file()));
            assertThat(seen.getHeight()).isEqualTo(shown.height());
        }
    }

    @Test
    void showsInItsOwnWidthWhatThePictureWould() throws Exception {
        byte[] picture = Pictures.held(Pictures.of("jpg", 900, 400), 6);

        Rendition shown = KeptRendition.shown(kept(picture, 160), 160, Optional.empty());

        Rendition direct = Rendition.of(picture, 160, PictureFormat.JPEG);
        assertThat(shown.file()).isEqualTo(direct.file());
        assertThat(shown.height()).isEqualTo(direct.height()).isEqualTo(360);
    }

    @ParameterizedTest
    @CsvSource({"jpg, PNG", "png, JPEG"})
    void showsInAnotherFormatWhatIsAskedFor(String kind, PictureFormat format) throws Exception {
        byte[] kept = kept(Pictures.of(kind, 400, 200), 160);

        Rendition shown = KeptRendition.shown(kept, 160, Optional.of(format));

        assertThat(PictureFormat.of(shown.file())).contains(format);
        assertThat(shown.height()).isEqualTo(80);
    }

    @Test
    void isNotMadeOfAPictureThatIsNoWider() throws Exception {
        assertThat(KeptRendition.of(Pictures.of("png", 160, 900), 160)).isEmpty();
        assertThat(KeptRendition.of(Pictures.of("png", 161, 900), 160)).isPresent();
    }

    @Test
    void isNotMadeOfWhatCannotBeUnpacked() {
        byte[] whole = Pictures.of("png", 400, 200);

        assertThatThrownBy(() -> KeptRendition.of(Arrays.copyOf(whole, whole.length / 2), 160))
                .isInstanceOf(UnreadablePicture.class);
        assertThatThrownBy(() -> KeptRendition.of(new byte[100], 160)).isInstanceOf(UnreadablePicture.class);
    }
}
