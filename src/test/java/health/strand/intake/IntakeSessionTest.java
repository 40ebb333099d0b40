package health.strand.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.dicom.WrittenDicom;
import health.strand.imaging.Pictures;
import health.strand.profiles.CodeSystems;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class IntakeSessionTest {

    private static final SentFile PICTURE = new SentFile("a.png", "image/png", Pictures.of("png", 8, 6));

    private static Media media(String patient, String file) {
        Media media = new Media().setSubject(new Reference(patient)).setCreated(new DateTimeType("2026-01-02"));
        media.getContent().setUrl("cid:" + file);
        return media;
    }

    private static Bundle session(org.hl7.fhir.r4.model.Resource... resources) {
        Bundle session = new Bundle();
        Arrays.stream(resources).forEach(each -> session.addEntry().setResource(each));
        return session;
    }

    private static IntakeSession taken(Bundle session, List<SentFile> files) throws UnfitSession {
        return IntakeSession.of(session, files, UnaryOperator.identity());
    }

    private static IntakeSession dicom(String... elements) throws UnfitSession {
        return taken(
                session(media("Patient/ana", "d")),
                List.of(new SentFile("d", "application/dicom", WrittenDicom.of(elements))));
    }

    private static Patient ana() {
        Patient ana = new Patient();
        ana.setId("ana");
        ana.addIdentifier().setValue("MRN-7");
        ana.addName().setFamily("García").addGiven("Ana").addGiven("María");
        return ana;
    }

    @Test
    void becomesOneTransactionOfFilesAndWhatTellsOfThem() throws UnfitSession {
        Observation hairs = new Observation();
        hairs.setSubject(new Reference("Patient/ana"));
        Bundle all = taken(session(media("Patient/ana", "a.png"), hairs), List.of(PICTURE))
                .transaction();
        assertThat(all.getEntry())
                .extracting(each -> each.getRequest().getUrl())
                .containsExactly("Binary", "Media", "Observation");
        Binary file = (Binary) all.getEntry().get(0).getResource();
        Media media = (Media) all.getEntry().get(1).getResource();
        assertThat(file.getSecurityContext().getReference()).isEqualTo("Patient/ana");
        assertThat(media.getContent().getUrl()).isEqualTo(all.getEntry().get(0).getFullUrl());
        assertThat(media.getContent().getSize()).isEqualTo(PICTURE.bytes().length);
        assertThat(media.getIdentifierFirstRep().getValue())
                .isEqualTo(hairs.getIdentifierFirstRep().getValue())
                .hasSize(64);
    }

    @Test
    void isTheSameForTheSameFilesOfOnePatientAndTime() throws UnfitSession {
        List<String> keys = new java.util.ArrayList<>();
        Media later = media("Patient/ana", "a.png").setCreated(new DateTimeType("2026-01-03"));
        SentFile other = new SentFile("a.png", "image/png", Pictures.of("png", 8, 7));
        keys.add(taken(session(media("Patient/ana", "a.png")), List.of(PICTURE))
                .searches()
                .toString());
        keys.add(taken(session(media("Patient/ben", "a.png")), List.of(PICTURE))
                .searches()
                .toString());
        keys.add(taken(session(later), List.of(PICTURE)).searches().toString());
        keys.add(taken(session(media("Patient/ana", "a.png")), List.of(other))
                .searches()
                .toString());
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(taken(session(media("Patient/ana", "a.png")), List.of(PICTURE))
                        .searches()
                        .toString())
                .isEqualTo(keys.get(0));
    }

    /** Other consents decide about it, so what was stored for care is no answer. */
    @Test
    void isAnotherWhenItIsTakenForAnotherPurpose() throws UnfitSession {
        Coding research = new Coding(CodeSystems.ACT_REASON, "HRESCH", null);
        Coding care = new Coding(CodeSystems.ACT_REASON, "TREAT", null);
        Media labelled = media("Patient/ana", "a.png");
        labelled.getMeta().addSecurity(research);
        String stored = key(media("Patient/ana", "a.png"));
        assertThat(key(media("Patient/ana", "a.png").addReasonCode(new CodeableConcept(research))))
                .isNotEqualTo(stored)
                .isEqualTo(key(labelled));
        assertThat(key(media("Patient/ana", "a.png").addReasonCode(new CodeableConcept(care))))
                .isEqualTo(stored);
        ImagingStudy study = new ImagingStudy().setSubject(new Reference("Patient/ana"));
        assertThat(key(media("Patient/ana", "a.png"), study.copy()))
                .isNotEqualTo(
                        key(media("Patient/ana", "a.png"), study.copy().addReasonCode(new CodeableConcept(research))));
    }

    private static String key(org.hl7.fhir.r4.model.Resource... resources) throws UnfitSession {
        return taken(session(resources), List.of(PICTURE)).key();
    }

    @Test
    void isOfOnePatient() {
        assertThatThrownBy(() -> taken(
                        session(
                                media("Patient/ana", "a.png"),
                                new Observation().setSubject(new Reference("Patient/ben"))),
                        List.of(PICTURE)))
                .hasMessageContaining("the same patient");
        assertThatThrownBy(() -> taken(session(media("urn:uuid:x", "a.png")), List.of(PICTURE)))
                .hasMessageContaining("the same patient");
        assertThatThrownBy(() -> taken(session(ana()), List.of(PICTURE)))
                .hasMessageContaining("Media, Observation and ImagingStudy");
    }

    @Test
    void keepsTheInstanceByWhichDicomCallsAFile() throws UnfitSession {
        Media media = (Media) dicom().transaction().getEntry().get(1).getResource();
        assertThat(media.getIdentifier()).anySatisfy(each -> {
            assertThat(each.getSystem()).isEqualTo("urn:dicom:uid");
            assertThat(each.getValue()).isEqualTo("urn:oid:1.2.3.4");
        });
    }

    @Test
    void refusesDicomWithTextInItsPixelsAndWhatIsCutShort() {
        assertThatThrownBy(() -> dicom("00280301CSYES"))
                .hasMessageContaining("part `d`: ")
                .hasMessageContaining("burned");
        assertThatCode(() -> dicom("00280301CSNO")).doesNotThrowAnyException();
        byte[] whole = WrittenDicom.of("00100010PNRossi^Ugo");
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        assertThatThrownBy(() ->
                        taken(session(media("Patient/ana", "d")), List.of(new SentFile("d", "application/dicom", cut))))
                .isInstanceOf(UnfitSession.class)
                .hasMessageStartingWith("part `d`: ");
    }

    @Test
    void refusesDicomOfAnotherPatient() throws UnfitSession {
        for (String other : List.of("00100020LOMRN-8", "00100010PNRossi^Ugo", "00100010PNGarcia^Ugo")) {
            IntakeSession session = dicom(other);
            assertThatThrownBy(() -> session.requireOf(ana()))
                    .hasMessageContaining("part `d`: it is of another patient");
        }
        for (String own : List.of(
                "00100020LOMRN-7",
                "00100010PNGARCIA^MARIA",
                "00100020LOana",
                "00100010PNGarc\u00eda^Ana",
                "00100020LO")) {
            IntakeSession session = dicom("00080005CSISO_IR 100", own);
            assertThatCode(() -> session.requireOf(ana())).as(own).doesNotThrowAnyException();
        }
    }
}
