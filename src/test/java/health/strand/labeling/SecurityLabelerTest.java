package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.CompiledPackage;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which labels a resource bears once it is written. */
class SecurityLabelerTest {

    private final SecurityLabeler labeler = new SecurityLabeler(new DataClassifier(), GatedWords.shipped());

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

    static Stream<Resource> textsThatNameAMarker() {
        Observation noted = new Observation();
        noted.addNote().setText("carries rs6152");
        Observation narrated = new Observation();
        narrated.getText().setDivAsString("<div><table><tr><td>AR</td><td>r<b>s6152</b></td></tr></table></div>");
        Observation coded = new Observation().setCode(new CodeableConcept().setText("HDAC9"));
        Observation displayed = new Observation().addHasMember(new Reference("Observation/1").setDisplay("AR gene"));
        Observation extended = new Observation();
        extended.addExtension("urn:x", new StringType("heterozygous"));
        Media titled = new Media();
        titled.getContent().setTitle("Report rs6152");
        DocumentReference named = new DocumentReference();
        named.addContent().getAttachment().setUrl("https://files.example/rs6152.pdf");
        Communication told = new Communication();
        told.addPayload().setContent(new StringType("your genetic result is here"));
        Condition holding = new Condition();
        holding.addContained(noted.copy());
        Condition gene = new Condition().setCode(concept(CodeSystems.HGNC, "HGNC:644"));
        Provenance about = new Provenance().addTarget(new Reference("Observation/1"));
        about.addReason().setText("rs6152 read again");
        return Stream.of(noted, narrated, coded, displayed, extended, titled, named, told, holding, gene, about);
    }

    @ParameterizedTest
    @MethodSource("textsThatNameAMarker")
    void labelsWhatOnlySaysItInWords(Resource resource) {
        labeler.label(resource);

        assertThat(labels(resource)).containsExactlyInAnyOrder("GDIS", "R");
        assertThat(new DataClassifier().classify(resource)).isEqualTo(DataClass.GENETIC);
    }

    @Test
    void leavesTheExamplesOfTheProfilesInTheirClasses() {
        DataClassifier classifier = new DataClassifier();
        CompiledPackage.examples().forEach((name, example) -> {
            Resource labelled = example.copy();
            labeler.label(labelled);
            assertThat(classifier.classify(labelled)).as(name).isEqualTo(classifier.classify(example));
        });
    }

    static Stream<Resource> textsAboutNobody() {
        Patient patient = new Patient();
        patient.addName().setFamily("AR");
        patient.addAddress().setState("AR");
        patient.addIdentifier().setValue("rs6152");
        Organization laboratory = new Organization().setName("Laboratory for rs6152");
        Consent consent = new Consent().setSource(new Attachment().setTitle("Consent to the test of rs6152"));
        Provenance receipt = new Provenance().addTarget(new Reference("Consent/1"));
        receipt.addReason().setText("about my rs6152");
        Task request = new Task().setCode(concept(CodeSystems.TASK_KIND, "rights-erasure"));
        request.setDescription("take out rs6152");
        return Stream.of(patient, laboratory, consent, receipt, request);
    }

    @ParameterizedTest
    @MethodSource("textsAboutNobody")
    void readsNoNamesAndNothingThatSaysWhoMaySeeGenes(Resource resource) {
        labeler.label(resource);

        assertThat(labels(resource)).containsExactly("N");
    }

    @Test
    void restrictsWhatSpeaksOfOtherSensitiveThings() {
        Observation note = new Observation();
        note.addNote().setText("reports loss of libido");

        labeler.label(note);

        assertThat(labels(note)).containsExactlyInAnyOrder("SEX", "R");
    }

    @Test
    void labelsWhatContainsSomethingSensitiveOrLabelled() {
        Observation holder = new Observation();
        holder.addContained(event("reduced-libido"));
        Condition labelled = new Condition();
        labelled.getMeta().addSecurity(CodeSystems.ACT_CODE, "PSY", null);
        labelled.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "V", null);
        holder.addContained(labelled);

        labeler.label(holder);

        assertThat(labels(holder)).containsExactlyInAnyOrder("SEX", "PSY", "V");
    }

    @Test
    void raisesByWhatOthersBearAndSaysWhetherThatChangedAnything() {
        Observation derived = new Observation();
        labeler.label(derived);
        List<Coding> inherited = List.of(new Coding(CodeSystems.ACT_CODE, "GDIS", null));

        assertThat(labeler.raise(derived, inherited)).isTrue();
        assertThat(labels(derived)).containsExactlyInAnyOrder("GDIS", "R");
        assertThat(labeler.raise(derived, inherited)).isFalse();
        assertThat(labeler.raise(derived, List.of(new Coding(CodeSystems.CONFIDENTIALITY, "N", null))))
                .isFalse();
        assertThat(labeler.raise(derived, List.of(new Coding(CodeSystems.CONFIDENTIALITY, "V", null))))
                .isTrue();
        assertThat(labels(derived)).containsExactlyInAnyOrder("GDIS", "V");
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

    @Test
    void readsCodesThatSayNothing() {
        Observation half = new Observation();
        half.getCode().addCoding(new Coding(null, null, "a display alone"));
        half.addCategory().addCoding(new Coding("http://loinc.org", null, null));
        half.getMeta().addSecurity(new Coding(null, null, "a label of its own"));

        labeler.label(half);

        assertThat(half.getMeta().getSecurity()).extracting(Coding::getCode).contains("N");
    }
}
