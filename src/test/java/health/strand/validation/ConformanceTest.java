package health.strand.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.GatedWords;
import health.strand.labeling.SecurityLabeler;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Which resources hold what they must, and what is said of those that do not. */
class ConformanceTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path EXAMPLES = Path.of("profiles", "generated", "examples");
    private static final String US_CORE_LAB = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab";

    private static final Conformance CONFORMANCE = new Conformance(
            StrandPackage.read(FHIR),
            new DefaultProfileValidationSupport(FHIR),
            new SecurityLabeler(new DataClassifier(), GatedWords.shipped())::label,
            2);

    @Test
    void findsNothingWrongWithTheExamples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> all = files.toList();

            assertThat(all).hasSizeGreaterThan(90);
            assertThat(all)
                    .allSatisfy(file ->
                            assertThat(CONFORMANCE.problems(parse(file))).isEmpty());
        }
    }

    @Test
    void holdsAPanelAgainstThePanelsProfileThoughItDeclaresNone() throws IOException {
        Observation panel = (Observation) parse(EXAMPLES.resolve("Observation-ana-vertex-panel.json"));
        panel.getMeta().setProfile(null);
        panel.setBodySite(null);

        assertThat(CONFORMANCE.problems(panel)).anySatisfy(problem -> {
            assertThat(problem.element()).startsWith("Observation");
            assertThat(problem.text()).contains("bodySite").contains("hr-trichometry-panel");
        });
    }

    @Test
    void namesTheRuleThatIsBroken() throws IOException {
        Observation panel = (Observation) parse(EXAMPLES.resolve("Observation-ana-vertex-panel.json"));
        panel.getComponent()
                .removeIf(part ->
                        part.getCode().getCoding().stream().anyMatch(code -> "analysed-area".equals(code.getCode())));

        assertThat(CONFORMANCE.problems(panel)).extracting(Problem::rule).contains("hr-tri-2");
    }

    @Test
    void keepsToTheStandardWhereAProfileIsSomebodyElses() {
        Observation foreign = new Observation();
        foreign.getMeta().addProfile(US_CORE_LAB);
        foreign.setStatus(Observation.ObservationStatus.FINAL).getCode().setText("haemoglobin");

        assertThat(CONFORMANCE.problems(foreign)).isEmpty();

        foreign.setCode(null);
        assertThat(CONFORMANCE.problems(foreign)).extracting(Problem::text).anyMatch(text -> text.contains("code"));
    }

    @Test
    void refusesAProfileUnderOurAddressThatDoesNotExist() {
        Patient patient = new Patient();
        patient.getMeta().addProfile(Canonical.STRUCTURE + "hr-nobody");

        assertThat(CONFORMANCE.problems(patient))
                .contains(new Problem(
                        "Patient.meta.profile",
                        "unknown-profile",
                        "there is no profile `" + Canonical.STRUCTURE + "hr-nobody`"));
    }

    @Test
    void refusesTheExtensionThatMakesHapiLookAway() {
        Patient patient = new Patient();
        patient.addExtension("http://hapifhir.io/fhir/StructureDefinition/resource-placeholder", new BooleanType(true));

        assertThat(CONFORMANCE.problems(patient)).extracting(Problem::rule).contains("placeholder");
    }

    @Test
    void doesNotAskForTheLabelsTheServerPutsOnItself() throws IOException {
        Resource marker = parse(EXAMPLES.resolve("Observation-ana-rs6152.json"));
        marker.getMeta().setSecurity(null);

        assertThat(CONFORMANCE.problems(marker)).isEmpty();
        assertThat(marker.getMeta().getSecurity()).isEmpty();
    }

    @Test
    void refusesALabelNobodyKnows() {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(CodeSystems.CLINIC_NUMBER).setValue("1");
        patient.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "X", null);

        assertThat(CONFORMANCE.problems(patient))
                .extracting(Problem::element)
                .anyMatch(element -> element.contains("security"));
    }

    /** The validator reads a list of 1.5 MB at each use and never looks at it; ours in its place is empty. */
    @Test
    void readsNoListThatNobodyLooksAt() throws IOException {
        try (InputStream list = Conformance.class.getClassLoader().getResourceAsStream("oidregistry.csv")) {
            assertThat(list).isNotNull();
            assertThat(list.readAllBytes()).hasSizeLessThan(100);
        }
    }

    private static Resource parse(Path file) {
        try {
            return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
