package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which labels a resource bears once it is written. */
class SecurityLabelerTest {

    private final SecurityLabeler labeler = new SecurityLabeler(new DataClassifier());

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(new Organization(), List.of("N")),
                Arguments.of(new Observation(), List.of("N")),
                Arguments.of(new Media(), List.of("R")),
                Arguments.of(copy(), List.of("N")),
                Arguments.of(new FamilyMemberHistory(), List.of("GDIS", "R")),
                Arguments.of(shown(), List.of("IDS", "PHOTOID", "R")),
                Arguments.of(event("reduced-libido"), List.of("SEX", "R")),
                Arguments.of(event("low-mood"), List.of("PSY", "R")),
                Arguments.of(event("headache"), List.of("N")),
                Arguments.of(
                        new Condition().setCode(concept(CodeSystems.HAIR_LOSS, "trichotillomania")),
                        List.of("PSY", "R")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void labelsByContent(Resource resource, List<String> expected) {
        labeler.label(resource);
        assertThat(labels(resource)).containsExactlyElementsOf(expected);

        labeler.label(resource);
        assertThat(labels(resource)).containsExactlyElementsOf(expected);
    }

    /** Written, floor by content, and what stands there afterwards. */
    @ParameterizedTest
    @CsvSource({"U,N", "L,N", "M,N", "N,N", "R,R", "V,V"})
    void raisesWhatIsTooLowAndKeepsWhatIsHigher(String written, String stored) {
        Observation observation = new Observation();
        observation.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, written, null);

        labeler.label(observation);

        assertThat(labels(observation)).containsExactly(stored);
    }

    @Test
    void keepsOneConfidentialityTheHighest() {
        Observation observation = new Observation();
        Stream.of("N", "V", "R")
                .forEach(code -> observation.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, code, null));

        labeler.label(observation);

        assertThat(labels(observation)).containsExactly("V");
    }

    @Test
    void leavesAnUnknownConfidentialityForTheProfileToRefuse() {
        Observation observation = new Observation();
        observation.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "X", null);

        labeler.label(observation);

        assertThat(labels(observation)).containsExactly("X");
    }

    @Test
    void isRestrictedWhereItsWriterSaysThatItIsSensitive() {
        Observation observation = new Observation();
        observation.getMeta().addSecurity(CodeSystems.ACT_CODE, "PSY", null);

        labeler.label(observation);

        assertThat(labels(observation)).containsExactly("PSY", "R");
    }

    @Test
    void keepsWhatTheVersionBeforeBore() {
        Observation before = new Observation();
        before.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "V", null);
        before.getMeta().addSecurity(CodeSystems.ACT_CODE, "SEX", null);
        Observation after = new Observation();
        after.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "N", null);

        labeler.keep(before, after);

        assertThat(labels(after)).containsExactlyInAnyOrder("V", "SEX");
    }

    @Test
    void tagsAPictureOfAPersonAsDicomDoes() {
        Media media = shown();

        labeler.label(media);

        assertThat(media.getMeta().getTag()).extracting(Coding::getCode).containsExactly("131393");
    }

    private static List<String> labels(Resource resource) {
        return resource.getMeta().getSecurity().stream().map(Coding::getCode).toList();
    }

    private static Media copy() {
        Media copy = new Media();
        copy.addExtension(Canonical.COPY_OF, new Reference("Media/m"));
        return copy;
    }

    private static Media shown() {
        Media media = new Media();
        media.addExtension(Canonical.RECOGNIZABLE_VISUAL_FEATURES, new BooleanType(true));
        return media;
    }

    private static AdverseEvent event(String code) {
        return new AdverseEvent().setEvent(concept(CodeSystems.SIDE_EFFECT, code));
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
