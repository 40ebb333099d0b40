package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.labeling.DataClassifier;
import health.strand.labeling.GatedWords;
import health.strand.labeling.SecurityLabeler;
import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Specimen;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final List<Bundle> BUNDLES = TestClinic.patientBundles(TestClinic.of(40));

    private static boolean labelled(Resource resource, String system, String code) {
        return resource.getMeta().getSecurity(system, code) != null;
    }

    private static boolean genetic(Resource resource) {
        return resource instanceof FamilyMemberHistory
                || resource instanceof Specimen
                || resource instanceof ServiceRequest order
                        && order.getCode().hasCoding(CodeSystems.MARKER_PANEL, "aga-association")
                || resource instanceof DiagnosticReport
                || resource instanceof Observation observation
                        && observation.getCode().hasCoding(CodeSystems.LOINC, "69548-6");
    }

    @Test
    void labelsAllGeneticDataAndNothingElse() {
        List<Resource> all = BUNDLES.stream()
                .flatMap(bundle -> TestClinic.resources(bundle).stream())
                .toList();

        assertThat(all).anyMatch(PrivacyTest::genetic);
        assertThat(all)
                .allSatisfy(resource -> assertThat(labelled(resource, CodeSystems.ACT_CODE, "GDIS"))
                        .isEqualTo(genetic(resource)));
    }

    @Test
    void writesLabelsTheServerLeavesAsTheyAre() {
        SecurityLabeler labeler = new SecurityLabeler(new DataClassifier(), GatedWords.shipped());
        SyntheticClinic clinic = TestClinic.of(40);
        Stream.concat(Stream.of(clinic.registry()), BUNDLES.stream())
                .flatMap(bundle -> TestClinic.resources(bundle).stream())
                .filter(resource -> resource.getMeta().hasSecurity())
                .forEach(resource -> {
                    Resource labelled = resource.copy();
                    labeler.label(labelled);
                    assertThat(codes(labelled))
                            .as(resource.fhirType()
                                    + TestClinic.FHIR.newJsonParser().encodeResourceToString(resource))
                            .containsExactlyInAnyOrderElementsOf(codes(resource));
                });
    }

    private static List<String> codes(Resource resource) {
        return resource.getMeta().getSecurity().stream().map(Coding::getCode).toList();
    }

    @Test
    void labelsGeneticDataAndPicturesAsRestricted() {
        for (Bundle bundle : BUNDLES) {
            assertThat(TestClinic.resources(bundle))
                    .filteredOn(
                            resource -> genetic(resource) || resource instanceof Media || resource instanceof Binary)
                    .allMatch(resource -> labelled(resource, CodeSystems.CONFIDENTIALITY, "R"));
        }
    }

    @Test
    void labelsFacesAsIdentifying() {
        for (Media media : TestClinic.resources(BUNDLES.get(0), Media.class)) {
            boolean face = media.getContent().getTitle().contains("Global");
            assertThat(labelled(media, CodeSystems.LABEL, "PHOTOID")).isEqualTo(face);
            assertThat(labelled(media, CodeSystems.ACT_CODE, "IDS")).isEqualTo(face);
        }
    }

    @Test
    void bindsEveryFileToItsPatient() {
        for (Bundle bundle : BUNDLES) {
            assertThat(TestClinic.resources(bundle, Binary.class))
                    .allSatisfy(file -> assertThat(file.getSecurityContext().getReference())
                            .isEqualTo(bundle.getEntryFirstRep().getFullUrl()));
        }
    }

    @Test
    void putsNoNameAndNoDateIntoTitles() {
        for (Bundle bundle : BUNDLES) {
            Patient patient = (Patient) bundle.getEntryFirstRep().getResource();
            for (Media media : TestClinic.resources(bundle, Media.class)) {
                assertThat(media.getContent().getTitle())
                        .doesNotContain(patient.getNameFirstRep().getFamily())
                        .doesNotContain(patient.getNameFirstRep().getGivenAsSingleString())
                        .doesNotContainPattern("[0-9]");
            }
        }
    }

    @Test
    void keepsReasonsOutOfAppointments() {
        for (Bundle bundle : BUNDLES) {
            assertThat(TestClinic.resources(bundle, Appointment.class)).allSatisfy(appointment -> {
                assertThat(appointment.hasReasonCode()).isFalse();
                assertThat(appointment.getDescription()).matches("(First|Follow-up) visit");
            });
        }
    }

    @Test
    void namesNoRelative() {
        for (Bundle bundle : BUNDLES) {
            assertThat(TestClinic.resources(bundle, FamilyMemberHistory.class)).noneMatch(FamilyMemberHistory::hasName);
        }
    }
}
