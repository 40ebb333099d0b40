package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made from what, and what comes with it. */
class SourcesTest {

    static Stream<Arguments> made() {
        Media media = new Media();
        media.getContent().setUrl("Binary/1");
        Provenance provenance = new Provenance().addTarget(new Reference("Observation/1"));
        provenance.addEntity().setWhat(new Reference("Media/1"));
        return Stream.of(
                Arguments.of(
                        new Observation().addDerivedFrom(new Reference("Media/1")),
                        Map.of("Media/1", Heritage.FINDINGS)),
                Arguments.of(
                        new RiskAssessment().addBasis(new Reference("Observation/1")),
                        Map.of("Observation/1", Heritage.FINDINGS)),
                Arguments.of(provenance, Map.of("Observation/1", Heritage.ALL, "Media/1", Heritage.ALL)),
                Arguments.of(
                        retelling(DocumentRelationshipType.TRANSFORMS), Map.of("DocumentReference/1", Heritage.ALL)),
                Arguments.of(retelling(DocumentRelationshipType.SIGNS), Map.of()),
                Arguments.of(media, Map.of("Binary/1", Heritage.ALL)),
                Arguments.of(
                        new Binary().setSecurityContext(new Reference("Media/1")), Map.of("Media/1", Heritage.ALL)));
    }

    @ParameterizedTest
    @MethodSource("made")
    void findsWhatSomethingWasMadeFrom(Resource resource, Map<String, Heritage> sources) {
        assertThat(Sources.of(resource)).isEqualTo(sources);
    }

    @Test
    void takesWhatIsOnlyPointedToForNoSource() {
        ListResource list = new ListResource();
        list.addEntry().setItem(new Reference("Observation/1"));
        Group group = new Group();
        group.addMember().setEntity(new Reference("Device/1"));

        assertThat(Stream.of(
                                new DiagnosticReport().addResult(new Reference("Observation/1")),
                                new Observation().addHasMember(new Reference("Observation/1")),
                                new Observation().addDerivedFrom(new Reference("#1")),
                                list,
                                group)
                        .map(Sources::of))
                .allMatch(Map::isEmpty);
    }

    @Test
    void takesNoFaceAndNoPicturesConfidentialityWithANumber() {
        List<Coding> ofFace =
                List.of(conf("R"), act("IDS"), new Coding(CodeSystems.LABEL, "PHOTOID", null), act("SEX"));

        assertThat(codes(Heritage.FINDINGS.of(ofFace, DataClass.FACE_IMAGE))).containsExactly("SEX");
        assertThat(codes(Heritage.ALL.of(ofFace, DataClass.FACE_IMAGE))).containsExactly("R", "IDS", "PHOTOID", "SEX");
        assertThat(codes(Heritage.FINDINGS.of(List.of(conf("V")), DataClass.SCALP_IMAGE)))
                .containsExactly("V");
        assertThat(codes(Heritage.FINDINGS.of(List.of(conf("R")), DataClass.CLINICAL)))
                .containsExactly("R");
        assertThat(codes(Heritage.FINDINGS.of(List.of(conf("R"), act("GDIS")), DataClass.GENETIC)))
                .containsExactly("GDIS");
    }

    private static DocumentReference retelling(DocumentRelationshipType how) {
        DocumentReference document = new DocumentReference();
        document.addRelatesTo().setCode(how).setTarget(new Reference("DocumentReference/1"));
        return document;
    }

    private static List<String> codes(List<Coding> labels) {
        return labels.stream().map(Coding::getCode).toList();
    }

    private static Coding conf(String code) {
        return new Coding(CodeSystems.CONFIDENTIALITY, code, null);
    }

    private static Coding act(String code) {
        return new Coding(CodeSystems.ACT_CODE, code, null);
    }
}
