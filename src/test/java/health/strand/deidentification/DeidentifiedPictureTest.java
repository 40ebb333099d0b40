package health.strand.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.Element;
import health.strand.dicom.Frames;
import health.strand.dicom.Tag;
import health.strand.dicom.WrittenDicom;
import health.strand.dicomweb.DicomFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy shows what the picture shows, and says of whom it is to nobody. */
class DeidentifiedPictureTest {

    private static final String CANARY = "CANARY";
    private static final String STUDY = "1.2.3.9";
    private static final String SERIES = "1.2.3.9.1";
    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private static ProjectNames names(String project, String patient) {
        return new ProjectNames(
                (kind, value) -> Hashing.murmur3_128()
                        .hashString(project + "\n" + kind + "\n" + value, StandardCharsets.UTF_8)
                        .asBytes(),
                patient);
    }

    private static final ProjectNames NAMES = names("one", "Patient/7");

    private static DataSet data(byte[] file) throws Exception {
        return DicomFile.read(new ByteArrayInputStream(file)).data();
    }

    private static byte[] copy(byte[] file) throws NotDeidentified {
        DeidentifiedPicture copy = DeidentifiedPicture.of(file, NAMES);
        assertThat(copy.type()).isEqualTo("application/dicom");
        return copy.file();
    }

    private static String letters(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] photograph(String uid) {
        return DicomFiles.describedPhotograph(STUDY, SERIES, uid, CANARY + "-ID", PIXELS, CANARY + " of Ana");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void saysNothingOfWhatTheHeaderSaid() throws Exception {
        byte[] copy = copy(photograph("1.2.3.4"));

        assertThat(letters(copy)).doesNotContain(CANARY, "1.2.3.", "Ana");
        assertThat(data(copy).elements().stream().map(Element::tag))
                .isSorted()
                .contains(Tag.IDENTITY_REMOVED, Tag.METHOD_CODES);
        assertThat(data(copy).text(Tag.IDENTITY_REMOVED)).isEqualTo("YES");
        assertThat(data(copy).items(Tag.METHOD_CODES))
                .extracting(each -> each.text(0x00080100))
                .containsExactly("113100", "113107");
        assertThat(data(copy).text(Tag.PATIENT_ID)).matches("P-[0-9a-f]{12}");
    }

    @Test
    void showsTheSame() throws Exception {
        byte[] copy = copy(photograph("1.2.3.4"));
        DicomFile read = DicomFile.read(new ByteArrayInputStream(copy));
        Frames.Range frame = Frames.of(read).orElseThrow().frame(1).get(0);

        assertThat(Arrays.copyOfRange(copy, (int) frame.offset(), (int) (frame.offset() + frame.length())))
                .isEqualTo(PIXELS);
        assertThat(read.data().number(Tag.ROWS)).contains(2);
        assertThat(read.data().text(Tag.MODALITY)).isEqualTo("XC");
    }

    @Test
    void leavesOutWhatIsBehindThePixels() throws Exception {
        byte[] more = joined(PIXELS, CANARY.getBytes(StandardCharsets.US_ASCII));
        byte[] copy = copy(DicomFiles.photograph(STUDY, SERIES, "1.2.3.4", "", more));

        assertThat(letters(copy)).doesNotContain(CANARY);
    }

    @Test
    void leavesOutWhatAPackedPictureSays() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] comment =
                joined(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 8}, CANARY.getBytes(StandardCharsets.US_ASCII));
        byte[] whole = jpeg.toByteArray();
        byte[] told = joined(joined(Arrays.copyOf(whole, 2), comment), Arrays.copyOfRange(whole, 2, whole.length));
        byte[] even = told.length % 2 == 0 ? told : Arrays.copyOf(told, told.length + 1);
        byte[] file = DicomFiles.encapsulated(STUDY, SERIES, "1.2.3.4", even);
        assertThat(letters(file)).contains(CANARY);

        byte[] copy = copy(file);

        assertThat(letters(copy)).doesNotContain(CANARY, "JFIF");
        assertThat(data(copy).text(Tag.PHOTOMETRIC)).isEqualTo("RGB");
        assertThat(data(copy).text(Tag.LOSSY)).isEqualTo("01");
        assertThat(data(copy).number(Tag.COLUMNS)).contains(2);
    }

    @Test
    void isAsBrightAsAPackedPictureIs() throws Exception {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int each = 0; each < 64; each++) {
            grey.getRaster().setSample(each % 8, each / 8, 0, 100);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpg", jpeg);
        byte[] whole = jpeg.toByteArray();
        byte[] even = whole.length % 2 == 0 ? whole : Arrays.copyOf(whole, whole.length + 1);

        byte[] copy = copy(DicomFiles.encapsulated(STUDY, SERIES, "1.2.3.4", even));

        assertThat(Byte.toUnsignedInt(copy[copy.length - 1])).isBetween(98, 102);
    }

    @Test
    void keepsTogetherWithinOneProjectWhatBelongsTogether() throws Exception {
        DataSet first = data(copy(photograph("1.2.3.4")));
        DataSet second = data(copy(photograph("1.2.3.5")));
        DataSet elsewhere = data(DeidentifiedPicture.of(photograph("1.2.3.4"), names("two", "Patient/7"))
                .file());

        for (int each : List.of(Tag.STUDY_INSTANCE, Tag.SERIES_INSTANCE, Tag.PATIENT_ID)) {
            assertThat(first.text(each))
                    .isEqualTo(second.text(each))
                    .isNotEqualTo(elsewhere.text(each))
                    .hasSizeLessThanOrEqualTo(64);
        }
        assertThat(first.text(Tag.SOP_INSTANCE)).isNotEqualTo(second.text(Tag.SOP_INSTANCE));
        assertThat(List.of(Tag.STUDY_INSTANCE, Tag.SERIES_INSTANCE, Tag.SOP_INSTANCE))
                .allSatisfy(each -> assertThat(first.text(each)).matches("2\\.25\\.[1-9][0-9]{30,38}"));
    }

    @Test
    void keepsDaysAsFarApartAsTheyWere() {
        LocalDate one = day(NAMES.date("20260110"));
        LocalDate other = day(NAMES.date("20260711"));

        assertThat(ChronoUnit.DAYS.between(one, other)).isEqualTo(182);
        assertThat(ChronoUnit.DAYS.between(one, LocalDate.of(2026, 1, 10))).isBetween(1L, 365L);
        assertThat(names("one", "Patient/8").date("20260110")).isNotEqualTo(NAMES.date("20260110"));
        assertThat(NAMES.date("January")).isEmpty();
        assertThat(NAMES.date("")).isEmpty();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00280301CSYES", "00280302CSYES"})
    void isNotMadeOfWhatIsSaidToShowSomebody(String said) {
        byte[] file = WrittenDicom.of(said);

        assertThatThrownBy(() -> DeidentifiedPicture.of(file, NAMES))
                .isInstanceOf(NotDeidentified.class)
                .hasMessageContaining("recognised");
    }

    @Test
    void isNotMadeOfWhatCannotBeLookedInto() {
        byte[] nothing = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        byte[] pixels = WrittenDicom.holding(new byte[16]);

        assertThatThrownBy(() -> DeidentifiedPicture.of(nothing, NAMES)).isInstanceOf(NotDeidentified.class);
        assertThatThrownBy(() -> DeidentifiedPicture.of(pixels, NAMES))
                .isInstanceOf(NotDeidentified.class)
                .hasMessageContaining("cannot be looked into");
        assertThatThrownBy(() -> DeidentifiedPicture.of(
                        DicomFiles.encapsulated(STUDY, SERIES, "1.2.3.4", new byte[] {1, 2}), NAMES))
                .isInstanceOf(NotDeidentified.class);
    }

    @Test
    void isAPictureOfTheSameKindWithoutItsMetadata() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] whole = png.toByteArray();
        DeidentifiedPicture copy =
                DeidentifiedPicture.of(joined(whole, CANARY.getBytes(StandardCharsets.US_ASCII)), NAMES);

        assertThat(copy.type()).isEqualTo("image/png");
        assertThat(letters(copy.file())).doesNotContain(CANARY);
        assertThat(ImageIO.read(new ByteArrayInputStream(copy.file())).getWidth())
                .isEqualTo(3);
    }
}
