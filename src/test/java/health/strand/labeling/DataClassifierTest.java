package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import health.strand.profiles.Canonical;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;
import org.junit.jupiter.api.Test;

class DataClassifierTest {

    private static final String LOINC = "http://loinc.org";

    private final DataClassifier classifier = new DataClassifier();

    @Test
    void takesAMeasurementAsClinical() {
        assertThat(classifier.classify(new Observation())).isEqualTo(DataClass.CLINICAL);
    }

    @Test
    void knowsAGeneticResultByItsCodeAlone() {
        Observation variant = new Observation().setCode(code(LOINC, "69548-6"));

        assertThat(classifier.classify(variant)).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void knowsAGeneticResultByItsCategoryOrAPart() {
        Observation part = new Observation();
        part.addComponent().setCode(code(LOINC, "48018-6"));

        assertThat(classifier.classify(part)).isEqualTo(DataClass.GENETIC);
        assertThat(classifier.classify(new DiagnosticReport()
                        .addCategory(code("http://terminology.hl7.org/CodeSystem/v2-0074", "GE"))))
                .isEqualTo(DataClass.GENETIC);
    }

    @Test
    void takesAnythingLabelledGeneticAsGenetic() {
        assertThat(classifier.classify(labelled(new Condition(), "GDIS"))).isEqualTo(DataClass.GENETIC);
        assertThat(classifier.classify(labelled(new Media(), "GDIS"))).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void tellsACopyForPublicationFromThePictureItself() {
        Media copy = new Media();
        copy.addExtension(Canonical.COPY_OF, new Reference("Media/m"));

        assertThat(classifier.classify(copy)).isEqualTo(DataClass.MARKETING);
        assertThat(classifier.classify(labelled(copy.copy(), "IDS"))).isEqualTo(DataClass.MARKETING);
        assertThat(classifier.classify(labelled(copy.copy(), "GDIS"))).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void takesFamilyHistoryAndSpecimensAsGenetic() {
        assertThat(classifier.classify(new FamilyMemberHistory())).isEqualTo(DataClass.GENETIC);
        assertThat(classifier.classify(new Specimen())).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void takesAContainerOfGeneticDataAsGenetic() {
        DiagnosticReport report = new DiagnosticReport();
        report.addContained(new Observation().setCode(code(LOINC, "84413-4")));

        assertThat(classifier.classify(report)).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void tellsFacesFromScalps() {
        assertThat(classifier.classify(new Media())).isEqualTo(DataClass.SCALP_IMAGE);
        assertThat(classifier.classify(labelled(new Media(), "PHOTOID"))).isEqualTo(DataClass.FACE_IMAGE);
        assertThat(classifier.classify(labelled(new Binary().setContentType("image/png"), "IDS")))
                .isEqualTo(DataClass.FACE_IMAGE);
    }

    @Test
    void tellsImagesFromOtherFiles() {
        assertThat(classifier.classify(new Binary().setContentType("application/pdf")))
                .isEqualTo(DataClass.CLINICAL);
        assertThat(classifier.classify(new Binary().setContentType("IMAGE/PNG")))
                .isEqualTo(DataClass.SCALP_IMAGE);
        assertThat(classifier.classify(new DocumentReference())).isEqualTo(DataClass.CLINICAL);
    }

    @Test
    void tellsAPatientsDeviceFromTheClinics() {
        assertThat(classifier.classify(new Device())).isEqualTo(DataClass.REGISTRY);
        assertThat(classifier.classify(new Device().setPatient(new Reference("Patient/1"))))
                .isEqualTo(DataClass.CLINICAL);
    }

    @Test
    void takesWhatIsSaidAboutRecordsByTheMostGuardedOfThem() {
        assertThat(classifier.classify(new Provenance())).isEqualTo(DataClass.PRIVACY);
        assertThat(DataClassifier.about(List.of(DataClass.CLINICAL, DataClass.GENETIC, DataClass.PRIVACY)))
                .isEqualTo(DataClass.GENETIC);
        assertThat(DataClassifier.about(List.of(DataClass.IDENTITY))).isEqualTo(DataClass.IDENTITY);
        assertThat(DataClassifier.about(List.of(DataClass.REGISTRY, DataClass.CONFORMANCE)))
                .isEqualTo(DataClass.PRIVACY);
        assertThat(DataClassifier.about(List.of())).isEqualTo(DataClass.PRIVACY);
    }

    @Test
    void takesAPatientAsIdentity() {
        assertThat(classifier.classify(new Patient())).isEqualTo(DataClass.IDENTITY);
    }

    private static <T extends Resource> T labelled(T resource, String label) {
        resource.getMeta().addSecurity(new Coding().setCode(label));
        return resource;
    }

    private static CodeableConcept code(String system, String code) {
        return new CodeableConcept().addCoding(new Coding(system, code, null));
    }
}
