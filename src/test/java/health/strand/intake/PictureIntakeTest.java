package health.strand.intake;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import health.strand.dicom.WrittenDicom;
import health.strand.imaging.Trace;
import health.strand.publication.MarkedPictures;
import health.strand.validation.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.UrlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureIntakeTest {

    private static final byte[] JPEG = MarkedPictures.jpeg("CANARY", 6, 32, 16);
    private static final byte[] TEXT = "CANARY".getBytes(StandardCharsets.UTF_8);

    /** How files begin that cameras and telephones write, and that may hold where they were. */
    private static final Map<String, byte[]> OTHERS = Map.ofEntries(
            entry("image/gif", bytes("GIF89a\1\0\1\0")),
            entry("image/tiff", bytes("II*\0\10\0\0\0")),
            entry("image/x-adobe-dng", bytes("MM\0*\0\0\0\10")),
            entry("image/webp", bytes("RIFF\44\0\0\0WEBPVP8X")),
            entry("image/heic", bytes("\0\0\0\30ftypheic\0\0\0\0mif1")),
            entry("image/avif", bytes("\0\0\0\30ftypavif\0\0\0\0mif1")),
            entry("image/bmp", bytes("BM\66\0\0\0\0\0\0\0")),
            entry("image/jp2", bytes("\0\0\0\14jP  \r\n\207\n")),
            entry("video/mp4", bytes("\0\0\0\30ftypmp42\0\0\0\0isom")),
            entry("video/quicktime", bytes("\0\0\0\24ftypqt  \0\0\0\0qt  ")),
            entry("video/webm", bytes("\32E\337\243\1\0\0\0")));

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Binary binary(String type, byte[] content) {
        Binary binary = new Binary().setContentType(type);
        binary.setData(content);
        return binary;
    }

    private static Attachment attachment(String type, byte[] content) {
        return new Attachment().setContentType(type).setData(content);
    }

    private static List<String> elements(Resource resource) {
        return PictureIntake.problems(resource).stream().map(Problem::element).toList();
    }

    @Test
    void takesPicturesThatAreWhatTheySayAndNotesWhatItRemoved() {
        Binary picture = binary("image/jpeg", JPEG);
        assertThat(PictureIntake.problems(picture)).isEmpty();
        assertThat(MarkedPictures.holds(picture.getData(), "CANARY")).isFalse();
        assertThat(PictureIntake.removedFrom(picture)).contains(Trace.EXIF, Trace.GPS);
    }

    @Test
    void notesNothingOfAPictureInWhichNothingIs() {
        Binary picture = binary("image/png", MarkedPictures.plain("png", 8, 8));
        assertThat(PictureIntake.problems(picture)).isEmpty();
        assertThat(PictureIntake.removedFrom(picture)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPictureAndTellsNothingOfIt() {
        List<Problem> problems = PictureIntake.problems(binary("image/png", TEXT));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.element()).isEqualTo("Binary.data");
            assertThat(problem.rule()).isEqualTo("hr-picture");
            assertThat(problem.text())
                    .contains("is a PNG picture, but it is none")
                    .doesNotContain("CANARY");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "text/plain", "application/pdf", "image/tiff", ""})
    void refusesAPictureThatSaysItIsSomethingElse(String type) {
        Binary picture = binary(type, JPEG);
        assertThat(PictureIntake.problems(picture))
                .extracting(Problem::text)
                .containsExactly(
                        "the file is a JPEG picture, but its content type says something else; say `image/jpeg`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "IMAGE/JPEG", "image/jpeg; quality=high", " image/jpg", "image/pjpeg"})
    void knowsAPictureByEveryNameOfItsKind(String type) {
        assertThat(PictureIntake.problems(binary(type, JPEG))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "text/csv", "application/json", "application/hl7-sda+xml", "application/jose"})
    void letsWhatIsInLettersPass(String type) {
        Binary file = binary(type, TEXT);
        assertThat(PictureIntake.problems(file)).isEmpty();
        assertThat(file.getData()).isEqualTo(TEXT);
    }

    @Test
    void letsPdfPassAndNothingElseThatSaysItIsOne() {
        assertThat(PictureIntake.problems(
                        binary("application/pdf", "%PDF-1.7\n\0".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(PictureIntake.problems(binary("application/pdf", bytes("II*\0\10\0\0\0"))))
                .extracting(Problem::text)
                .containsExactly("the content type says that this is a PDF, but it is none");
    }

    /** What nobody here can look into may tell where it was taken, whatever it is called. */
    @ParameterizedTest
    @MethodSource("others")
    void refusesPicturesAndFilmsOfOtherKinds(String type, byte[] file) {
        assertThat(PictureIntake.problems(binary(type, file)))
                .extracting(Problem::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("`image/png`, `image/jpeg` or `application/dicom`");
        for (String other :
                List.of("text/plain", "application/json", "image/png", "application/pdf", "application/dicom")) {
            assertThat(PictureIntake.problems(binary(other, file))).as(other).hasSize(1);
        }
        assertThat(PictureIntake.problems(new Media().setContent(attachment(type, file))))
                .as("in a Media")
                .hasSize(1);
    }

    private static Stream<Arguments> others() {
        return OTHERS.entrySet().stream().map(each -> arguments(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "application/octet-stream", "application/zip", "audio/mpeg", "image/svg+xml", "video/x+json"
            })
    void refusesWhatDoesNotSayWhatItIs(String type) {
        assertThat(PictureIntake.problems(binary(type, TEXT))).hasSize(1);
    }

    @Test
    void refusesAPictureInTheAddressOfAText() {
        String html = "<p>x</p><img src=\"data:image/jpeg;base64,/9j/\">";
        assertThat(PictureIntake.problems(binary("text/html", html.getBytes(StandardCharsets.UTF_8))))
                .extracting(Problem::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("`data:`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/jpeg;base64,/9j/'/>",
                "<p><img alt='x' src=' DATA:;base64,/9j/'/></p>",
                "<p><img alt='x' src='da&#10;ta:image/jpeg;base64,/9j/'/></p>",
                "<p style='background: url(data:image/gif;base64,R0lG)'>x</p>",
                "<p>![x](data:image/jpeg;base64,/9j/)</p>"
            })
    void refusesAPictureInANarrative(String html) {
        Observation observation = new Observation();
        observation.getText().setDivAsString("<div xmlns='http://www.w3.org/1999/xhtml'>" + html + "</div>");
        assertThat(elements(observation)).containsExactly("Observation.text");
        observation.getText().setDivAsString("<div xmlns='http://www.w3.org/1999/xhtml'><p>lab data: fine</p></div>");
        assertThat(elements(observation)).isEmpty();
    }

    @Test
    void refusesAPictureInAnyAddressAndInAnyText() {
        Observation observation = new Observation();
        observation.addExtension("urn:x", new UrlType("data:image/jpeg;base64,/9j/"));
        observation.addExtension("urn:x", new UriType(" DATA:,x"));
        observation.addNote().setText("![](data:image/jpeg;base64,/9j/)");
        observation.addExtension("urn:x", new StringType("his data: image and text are fine"));
        assertThat(elements(observation))
                .containsExactlyInAnyOrder(
                        "Observation.extension[0].value", "Observation.extension[1].value", "Observation.note[0].text");
    }

    @Test
    void refusesBytesThatDoNotSayWhatTheyAre() {
        Observation observation = new Observation();
        observation.addExtension("urn:x", new Base64BinaryType(JPEG));
        assertThat(elements(observation)).containsExactly("Observation.extension[0].value");
        Device device = new Device();
        device.addUdiCarrier().setCarrierAIDC(TEXT);
        assertThat(elements(device)).isEmpty();
        device.addUdiCarrier().setCarrierAIDC(new byte[2000]);
        assertThat(elements(device)).containsExactly("Device.udiCarrier[1].carrierAIDC");
    }

    @Test
    void cleansTheDrawingOfASignature() {
        Provenance provenance = new Provenance();
        provenance.addSignature().setSigFormat("image/jpeg").setData(JPEG);
        provenance.addSignature().setData(TEXT);
        assertThat(PictureIntake.problems(provenance)).isEmpty();
        assertThat(MarkedPictures.holds(provenance.getSignatureFirstRep().getData(), "CANARY"))
                .isFalse();
        provenance.addSignature().setData(JPEG);
        assertThat(elements(provenance)).containsExactly("Provenance.signature[2].data");
    }

    @Test
    void looksIntoDicomOnWhateverWayItComes() {
        byte[] burned = WrittenDicom.of("00280301CSYES");
        byte[] whole = WrittenDicom.holding(new byte[500]);
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        byte[] huge = WrittenDicom.of("00280010US\u00ff\u00ff", "00280011US\u00ff\u00ff");
        assertThat(PictureIntake.problems(dicom(whole))).isEmpty();
        assertThat(PictureIntake.problems(binary(DicomPart.TYPE, whole)))
                .as("of nobody")
                .extracting(Problem::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("`securityContext`");
        for (byte[] wrong : List.of(burned, cut, huge, TEXT)) {
            assertThat(elements(dicom(wrong))).containsExactly("Binary.data");
            assertThat(elements(new Media().setContent(attachment(DicomPart.TYPE, wrong))))
                    .containsExactly("Media.content.data");
        }
        assertThat(PictureIntake.problems(binary("application/pdf", whole)))
                .extracting(Problem::text)
                .containsExactly(
                        "the file is DICOM, but its content type says something else; say `application/dicom`");
    }

    @Test
    void comparesDicomWithWhomItIsSaidToBeOf() {
        Binary file = dicom(WrittenDicom.of("00100010PNRossi^Ugo"));
        assertThat(PictureIntake.problems(file)).isEmpty();
        Patient ugo = new Patient();
        ugo.addName().setFamily("Rossi").addGiven("Ugo");
        Patient ana = new Patient();
        ana.addName().setFamily("Silva").addGiven("Ana");
        assertThat(PictureIntake.ofOthers(file, List.of(ugo))).isEmpty();
        assertThat(PictureIntake.ofOthers(file, List.of())).isEmpty();
        assertThat(PictureIntake.ofOthers(file, List.of(ana))).hasSize(1);
    }

    private static Binary dicom(byte[] file) {
        return binary(DicomPart.TYPE, file).setSecurityContext(new Reference("Patient/ana"));
    }

    @Test
    void findsPicturesWhereverTheyAre() {
        Attachment none = attachment("image/png", TEXT);
        Patient patient = new Patient().addPhoto(attachment("image/jpeg", JPEG)).addPhoto(none.copy());
        assertThat(elements(patient)).containsExactly("Patient.photo[1].data");
        assertThat(MarkedPictures.holds(patient.getPhotoFirstRep().getData(), "CANARY"))
                .isFalse();
        assertThat(elements(new Media().setContent(none.copy()))).containsExactly("Media.content.data");
        DocumentReference document = new DocumentReference();
        document.addContent().setAttachment(none.copy());
        document.addContained(binary("image/png", TEXT));
        assertThat(elements(document))
                .containsExactlyInAnyOrder(
                        "DocumentReference.contained[0].data", "DocumentReference.content[0].attachment.data");
        Observation observation = new Observation();
        observation.addExtension("urn:x", none.copy());
        assertThat(elements(observation)).containsExactly("Observation.extension[0].value.data");
    }

    @Test
    void refusesAFileInAnAddress() {
        Media media = new Media().setContent(new Attachment().setUrl(" DATA:image/jpeg;base64,/9j/"));
        assertThat(elements(media)).containsExactly("Media.content.url");
    }

    /** An address may be missing with a reason. */
    @Test
    void takesAPictureOfWhichThereIsNoFile() {
        Media media = new Media().setContent(new Attachment().setContentType("image/png"));
        media.getContent().getUrlElement().addExtension("urn:absent", new CodeType("unsupported"));
        assertThat(PictureIntake.problems(media)).isEmpty();
    }

    @Test
    void tellsOfACleanedPictureHowLargeItIsNow() {
        Media media = new Media().setContent(told("image/jpeg").setData(JPEG));
        assertThat(PictureIntake.problems(media)).isEmpty();
        assertThat(FileFacts.of(media.getContent().getData()).areToldBy(media.getContent()))
                .isTrue();
        assertThat(media.getContent().getSize()).isEqualTo(media.getContent().getData().length);
    }

    private static Attachment told(String type) {
        return new Attachment()
                .setContentType(type)
                .setSize(JPEG.length)
                .setHash(FileFacts.of(JPEG).sha1());
    }

    @Test
    void tellsItOfAFileInTheSameTransactionToo() {
        Binary file = binary("image/jpeg", JPEG);
        Media media = new Media().setContent(told("image/jpeg").setUrl("urn:uuid:1"));
        Media other = new Media().setContent(told("image/jpeg").setUrl("urn:uuid:2"));
        Bundle transaction = new Bundle();
        transaction.addEntry().setFullUrl("urn:uuid:1").setResource(file);
        transaction.addEntry().setResource(media);
        transaction.addEntry().setResource(other);
        assertThat(PictureIntake.problems(file)).isEmpty();

        PictureIntake.retell(transaction);

        assertThat(FileFacts.of(file.getData()).areToldBy(media.getContent())).isTrue();
        assertThat(media.getContent().getSize()).isEqualTo(file.getData().length);
        assertThat(FileFacts.of(JPEG).areToldBy(other.getContent())).isTrue();
    }
}
