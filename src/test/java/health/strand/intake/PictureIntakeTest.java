package health.strand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.imaging.Trace;
import health.strand.publication.MarkedPictures;
import health.strand.validation.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureIntakeTest {

    private static final byte[] JPEG = MarkedPictures.jpeg("CANARY", 6, 32, 16);
    private static final byte[] TEXT = "CANARY".getBytes(StandardCharsets.UTF_8);

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
    @ValueSource(strings = {"text/plain", "application/pdf", "application/dicom", "image/tiff"})
    void letsOtherFilesPass(String type) {
        Binary file = binary(type, TEXT);
        assertThat(PictureIntake.problems(file)).isEmpty();
        assertThat(file.getData()).isEqualTo(TEXT);
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
