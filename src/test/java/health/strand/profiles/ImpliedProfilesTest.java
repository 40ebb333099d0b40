package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ImpliedProfilesTest {

    /** Nothing but their own word tells that these are ours. */
    private static final Set<String> ONLY_DECLARED = Set.of(
            "hr-practitioner",
            "hr-organization",
            "hr-appointment",
            "hr-encounter",
            "hr-binary",
            "hr-specimen",
            "hr-provenance",
            "hr-read-event",
            "hr-consent-decision",
            "hr-disclosure",
            "hr-extended-consent");

    private static Observation observation(String system, String code) {
        return new Observation().setCode(new CodeableConcept(new Coding(system, code, null)));
    }

    private static List<String> implied(Resource resource) {
        return ImpliedProfiles.of(resource).stream()
                .map(profile -> profile.substring(Canonical.STRUCTURE.length()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> tellsWhatAnExampleIsWithoutItsWord() {
        return CompiledPackage.examples().values().stream()
                .filter(example -> !ONLY_DECLARED.contains(declared(example)))
                .map(example -> DynamicTest.dynamicTest(example.getId(), () -> {
                    String profile = declared(example);
                    Resource silent = example.copy();
                    silent.getMeta().setProfile(List.of());
                    assertThat(implied(silent)).containsExactly(profile);
                }));
    }

    private static String declared(Resource example) {
        return example.getMeta().getProfile().get(0).getValue().substring(Canonical.STRUCTURE.length());
    }

    @Test
    void namesOnlyProfilesThatExist() {
        Set<String> known = CompiledPackage.structures().keySet();

        assertThat(CompiledPackage.examples().values().stream()
                        .flatMap(example -> ImpliedProfiles.of(example).stream())
                        .collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    /** HL7's profiles of such tasks demand what ours do. */
    @Test
    void holdsATaskToLaunchAnAppWhosesoeverProfileItDeclares() {
        Task task = new Task();
        task.getCode().addCoding(new Coding(CodeSystems.SMART, "launch-app-ehr", null));
        task.getMeta().addProfile("http://hl7.org/fhir/smart-app-launch/StructureDefinition/task-ehr-launch");

        assertThat(implied(task)).containsExactly("hr-ehr-launch");
    }

    @Test
    void leavesRecordsOfOthersAlone() {
        assertThat(implied(observation(CodeSystems.LOINC, "8867-4"))).isEmpty();
        assertThat(implied(new Patient())).isEmpty();
        assertThat(implied(new Appointment())).isEmpty();
    }

    @Test
    void takesNoExampleOfTheStandardForOurs() throws IOException {
        int seen = 0;
        for (org.springframework.core.io.Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/hl7/fhir/testcases/r4/examples/*.json")) {
            String json = file.getContentAsString(StandardCharsets.UTF_8);
            if (json.contains("\"resourceType\"")) {
                assertThat(implied(
                                (Resource) CompiledPackage.FHIR.newJsonParser().parseResource(json)))
                        .as(file.getFilename())
                        .isEmpty();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void takesAPanelForAPanelWhateverElseItDeclares() {
        Observation panel = observation(CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL);
        panel.getMeta().addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab");

        assertThat(implied(panel)).containsExactly("hr-trichometry-panel");
    }

    @Test
    void takesAVariantForOursUnlessItDeclaresAnotherGuide() {
        Observation variant = observation(CodeSystems.LOINC, GenomicsCodes.VARIANT);
        assertThat(implied(variant)).containsExactly("hr-genetic-marker");

        variant.getMeta().addProfile("http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant");
        assertThat(implied(variant)).isEmpty();
    }

    @Test
    void takesNoMoleForAScalp() {
        Media mole = new Media().setModality(new CodeableConcept(new Coding(CodeSystems.DICOM, "DMS", null)));

        assertThat(implied(mole)).isEmpty();
    }

    @Test
    void letsAConsentSayThatItIsTheDetailedOne() {
        Consent consent = new Consent()
                .addCategory(new CodeableConcept(new Coding(CodeSystems.CONSENT_KIND, ConsentKinds.CARE, null)));
        assertThat(implied(consent)).containsExactly("hr-consent");

        consent.getMeta().addProfile(Canonical.STRUCTURE + "hr-extended-consent");
        assertThat(implied(consent)).containsExactly("hr-extended-consent");
    }
}
