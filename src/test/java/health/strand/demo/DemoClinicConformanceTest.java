package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.SingleValidationMessage;
import health.strand.profiles.CompiledPackage;
import health.strand.profiles.ImpliedProfiles;
import health.strand.profiles.ProfileValidator;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything the demo clinic writes holds our profiles, declared or implied, without a word from the validator. */
class DemoClinicConformanceTest {

    /** Warnings that are as they should be, each with its reason. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "ActCode#IDS) was not found in the value set 'SecurityLabels'",
            "HL7 added the code after R4; labels may be others than R4 lists",
            "CodeSystem/label#PHOTOID) was not found in the value set 'SecurityLabels'",
            "HL7 has no label for a picture in which a person can be recognised",
            "in the value set 'Consent Category Codes'",
            "R4 lists forms; ours say what the patient was asked for",
            "table_B.5-1' not found",
            "R4 binds the storage class to a table of DICOM that nobody has made a value set of",
            "for 'urn:ietf:rfc:3986#urn:oid:1.2.840.10008.5.1.4.1.1.77.1.7'",
            "a storage class of DICOM is a URI, and those are in no code system");

    private static final int PICTURED = 100;
    private static final int MANY = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesNothingTheValidatorObjectsTo(long seed) {
        SyntheticClinic clinic = new SyntheticClinic(seed, NamedPatients.COUNT + 1, TestClinic.TODAY);

        assertThat(problems(TestClinic.resources(clinic.registry()).stream())).isEmpty();
        assertThat(problems(patients(clinic, List.of(0, 1, 2, 3)))).isEmpty();
    }

    @Test
    void treatsEveryTreatmentAndDiagnosisAlike() {
        SyntheticClinic clinic = TestClinic.of(MANY);
        Population population = new Population(clinic.seed(), clinic.today());
        Map<Arm, Integer> arms = new EnumMap<>(Arm.class);
        Map<Diagnosis, Integer> diagnoses = new EnumMap<>(Diagnosis.class);
        // beyond the first hundred hardly anybody has pictures, which take longest
        IntStream.range(PICTURED, MANY).forEach(number -> {
            PatientStory story = population.patient(number);
            arms.putIfAbsent(story.arm(), number);
            diagnoses.putIfAbsent(story.diagnosis(), number);
        });
        assertThat(arms).hasSize(Arm.values().length);
        assertThat(diagnoses).hasSize(Diagnosis.values().length);

        Set<Integer> numbers = new TreeSet<>(arms.values());
        numbers.addAll(diagnoses.values());
        assertThat(problems(patients(clinic, numbers))).isEmpty();
    }

    @Test
    void labelsTheRareSideEffectRightly() {
        SyntheticClinic clinic = TestClinic.of(MANY);
        Resource event = patients(
                        clinic, IntStream.range(PICTURED + 1, MANY).boxed().toList())
                .filter(AdverseEvent.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(problems(Stream.of(event))).isEmpty();
    }

    private static Stream<Resource> patients(SyntheticClinic clinic, Collection<Integer> numbers) {
        Registry registry = TestClinic.registry(clinic);
        return numbers.stream()
                .flatMap(number ->
                        TestClinic.resources(clinic.patient(number, registry).bundle()).stream());
    }

    private static Set<String> problems(Stream<Resource> resources) {
        return resources
                .parallel()
                .flatMap(resource -> problems(resource).map(problem -> resource.fhirType() + " " + problem))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> problems(Resource resource) {
        return ProfileValidator.problems(resource, ImpliedProfiles.of(resource)).stream()
                .filter(message -> EXPLAINED.keySet().stream().noneMatch(message.getMessage()::contains))
                .map(SingleValidationMessage::getMessage);
    }

    @Test
    void holdsAProfileInAllButAFewTypes() {
        SyntheticClinic clinic = TestClinic.of(NamedPatients.COUNT);
        List<String> plain = Stream.concat(
                        TestClinic.resources(clinic.registry()).stream(), patients(clinic, List.of(0, 1, 2)))
                .filter(resource -> ImpliedProfiles.of(resource).isEmpty())
                .filter(resource -> resource.getMeta().getProfile().isEmpty())
                .map(Resource::fhirType)
                .distinct()
                .sorted()
                .toList();

        assertThat(plain)
                .containsExactly("Account", "Endpoint", "Invoice", "Location", "RelatedPerson", "ServiceRequest");
    }

    @Test
    void refersOnlyToDefinitionsThatExist() {
        SyntheticClinic clinic = TestClinic.of(NamedPatients.COUNT);

        assertThat(CompiledPackage.missing(TestClinic.json(clinic.registry()))).isEmpty();
        assertThat(TestClinic.patientBundles(clinic))
                .allSatisfy(bundle -> assertThat(CompiledPackage.missing(TestClinic.json(bundle)))
                        .isEmpty());
    }

    @Test
    void wouldSeeAnObservationWithoutItsCode() {
        Observation broken = new Observation().setStatus(Observation.ObservationStatus.FINAL);

        assertThat(problems(Stream.of(broken))).anyMatch(problem -> problem.contains("Observation.code"));
    }
}
