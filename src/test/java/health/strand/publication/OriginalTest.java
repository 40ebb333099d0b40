package health.strand.publication;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Media.MediaStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a picture goes into the copy of it, and of which pictures there are copies. */
class OriginalTest {

    private static final String WORD = "Nightingale";

    /** With the word in every element that may hold one. */
    private static Media picture() {
        CodeableConcept zone = new CodeableConcept(new Coding(CodeSystems.SCALP_ZONE, "vertex", WORD))
                .addCoding(new Coding("urn:" + WORD, WORD, null))
                .setText(WORD);
        Media media = new Media()
                .setStatus(MediaStatus.COMPLETED)
                .addIdentifier(new Identifier().setSystem("urn:x").setValue(WORD))
                .setSubject(new Reference("Patient/ana").setDisplay(WORD))
                .setCreated(new DateTimeType("2024-06-24T09:05:00+02:00"))
                .setIssuedElement(new InstantType("2024-06-24T09:06:00+02:00"))
                .setOperator(new Reference("Practitioner/tom").setDisplay(WORD))
                .setDeviceName(WORD)
                .setDevice(new Reference("Device/camera").setDisplay(WORD))
                .setBodySite(zone)
                .setModality(new CodeableConcept(new Coding(CodeSystems.DICOM, "XC", WORD)))
                .setView(new CodeableConcept(new Coding(CodeSystems.PHOTO_VIEW, "frontal", WORD)))
                .addReasonCode(new CodeableConcept().setText(WORD));
        media.setId("Media/a/_history/2");
        media.getText().setDivAsString("<div>" + WORD + "</div>");
        media.addNote().setText(WORD);
        media.addExtension(Canonical.TARGET, new Reference("BodyStructure/b").setDisplay(WORD));
        media.getContent()
                .setContentType("image/jpeg")
                .setTitle(WORD + ".jpg")
                .setCreation(new java.util.Date(0))
                .setData(MarkedPictures.jpeg(WORD, 1, 64, 48));
        media.getMeta().setSource("urn:" + WORD).addTag("urn:x", WORD, WORD);
        return media;
    }

    private static Media copy(Media media) {
        return new Original(media, null).copied().orElseThrow();
    }

    @Test
    void copiesCodesAndPixelsAndNoWord() {
        Media copy = copy(picture());

        assertThat(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(copy))
                .doesNotContain(WORD, "Practitioner", "Device", "BodyStructure", "06-24", "_history");
        assertThat(MarkedPictures.holds(copy.getContent().getData(), WORD)).isFalse();
        assertThat(copy.getBodySite().getCoding()).hasSize(1);
        assertThat(copy.getBodySite().getCodingFirstRep().getCode()).isEqualTo("vertex");
        assertThat(copy.getView().getCodingFirstRep().getCode()).isEqualTo("frontal");
        assertThat(copy.getModality().getCodingFirstRep().getCode()).isEqualTo("XC");
        assertThat(copy.getContent().getSize()).isEqualTo(copy.getContent().getData().length);
        assertThat(copy.getContent().getTitle()).isEqualTo(PublicationCopy.TITLE);
        assertThat(copy.getSubject().getReference()).isEqualTo("Patient/ana");
        assertThat(((Reference) copy.getExtensionByUrl(Canonical.COPY_OF).getValue()).getReference())
                .isEqualTo("Media/a");
    }

    @Test
    void saysOfTheTimeTheYear() {
        Media lasting =
                picture().setCreated(new Period().setStartElement(new DateTimeType("2023-12-31T23:59:00+01:00")));

        assertThat(copy(picture()).getCreatedDateTimeType().getValueAsString()).isEqualTo("2024");
        assertThat(copy(lasting).getCreatedDateTimeType().getValueAsString()).isEqualTo("2023");
        assertThat(copy(picture().setCreated(null)).hasCreated()).isFalse();
    }

    @Test
    void copiesThePixelsOfItsFile() {
        Media media = picture();
        media.getContent().setData(null).setUrl("Binary/b");
        Binary file = new Binary().setData(MarkedPictures.png(WORD, 10, 20));

        Media copy = new Original(media, file).copied().orElseThrow();

        assertThat(copy.getContent().hasUrl()).isFalse();
        assertThat(copy.getHeight()).isEqualTo(20);
        assertThat(new Original(media, null).copied()).isEmpty();
        assertThat(new Original(media, new Binary().setData(new byte[] {1})).copied())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v3-Confidentiality, R, true, true",
        "v3-Confidentiality, V, false, false",
        "v3-Confidentiality, X, false, false",
        "v3-ActCode, IDS, false, true",
        "v3-ActCode, GDIS, false, false",
        "v3-ActCode, SEX, false, false",
        "v3-ActCode, PSY, false, false",
        "v3-ActCode, PRS, false, false",
        "v3-ActCode, NOPAT, false, false",
        "v3-ActCode, SCALP, false, false"
    })
    void looksAtTheLabelsOfThePictureAndOfItsFile(String system, String code, boolean plainly, boolean byName) {
        String url = "http://terminology.hl7.org/CodeSystem/" + system;
        Media labelled = picture();
        labelled.getMeta().addSecurity(url, code, null);
        Binary file = new Binary();
        file.getMeta().addSecurity(url, code, null);

        for (Original original : List.of(new Original(labelled, null), new Original(picture(), file))) {
            assertThat(original.mayBeCopied(false)).isEqualTo(plainly);
            assertThat(original.mayBeCopied(true)).isEqualTo(byName);
        }
    }

    @Test
    void labelsACopyOfWhatShowsSomebodyAsShowingThem() {
        Media face = picture();
        face.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "R", null);
        face.getMeta().addSecurity(CodeSystems.ACT_CODE, "IDS", WORD);
        face.getMeta().addSecurity(CodeSystems.LABEL, "PHOTOID", null);

        assertThat(copy(face).getMeta().getSecurity())
                .extracting(Coding::getCode)
                .containsExactly("R", "IDS", "PHOTOID");
        assertThat(copy(picture()).getMeta().getSecurity())
                .extracting(Coding::getCode)
                .containsExactly("N");
        assertThat(new Original(face, null).mayBeCopied(false)).isFalse();
        assertThat(new Original(face, null).mayBeCopied(true)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaStatus.class,
            names = {"COMPLETED", "NULL"},
            mode = EnumSource.Mode.EXCLUDE)
    void copiesOnlyWhatWasDone(MediaStatus status) {
        assertThat(new Original(picture().setStatus(status), null).mayBeCopied(true))
                .isFalse();
        assertThat(new Original(picture(), null).mayBeCopied(false)).isTrue();
    }

    @Test
    void copiesNoCopy() {
        Media copy = picture();
        copy.addExtension(Canonical.COPY_OF, new Reference("Media/b"));

        assertThat(new Original(copy, null).mayBeCopied(true)).isFalse();
    }

    @Test
    void isAnotherWhenWhatACopyIsMadeOfChanges() {
        Media noted = picture();
        noted.addNote().setText("seen");
        Media relabelled = picture();
        relabelled.getMeta().addSecurity(CodeSystems.ACT_CODE, "IDS", null);
        Media otherFile = picture();
        otherFile.getContent().setData(new byte[] {1});
        Media elsewhere = picture();
        elsewhere.getBodySite().getCodingFirstRep().setCode("frontal");

        assertThat(Original.isAnother(picture(), noted.setCreated(null))).isFalse();
        for (Media changed : List.of(
                relabelled,
                otherFile,
                elsewhere,
                picture().setStatus(MediaStatus.ENTEREDINERROR),
                picture().setSubject(new Reference("Patient/ben")))) {
            assertThat(Original.isAnother(picture(), changed)).isTrue();
        }
    }
}
