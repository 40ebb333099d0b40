package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.profiles.CodeSystems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SyntheticClinicTest {

    private static final SyntheticClinic CLINIC = TestClinic.of(30);
    private static final Registry REGISTRY = TestClinic.registry(CLINIC);
    private static final List<Bundle> BUNDLES = TestClinic.patientBundles(CLINIC);

    @Test
    void writesTheSameBytesForTheSameSeed() {
        SyntheticClinic again = TestClinic.of(4);

        assertThat(TestClinic.json(again.registry())).isEqualTo(TestClinic.json(CLINIC.registry()));
        assertThat(TestClinic.json(again.patient(3, REGISTRY).bundle())).isEqualTo(TestClinic.json(BUNDLES.get(3)));
    }

    @Test
    void writesAnotherClinicForAnotherSeed() {
        SyntheticClinic other = new SyntheticClinic(8, 4, TestClinic.TODAY);

        assertThat(TestClinic.json(other.patient(3, TestClinic.registry(other)).bundle()))
                .isNotEqualTo(TestClinic.json(BUNDLES.get(3)));
    }

    @Test
    void refusesToLeaveOutTheNamedPatients() {
        assertThatThrownBy(() -> TestClinic.of(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesParsing() {
        for (Bundle bundle : BUNDLES) {
            String json = TestClinic.json(bundle);
            Bundle parsed = TestClinic.FHIR.newJsonParser().parseResource(Bundle.class, json);
            assertThat(TestClinic.json(parsed)).isEqualTo(json);
        }
    }

    @Test
    void refersOnlyToWhatIsThere() {
        Set<String> registry = TestClinic.resources(CLINIC.registry()).stream()
                .map(resource ->
                        resource.getNamedProperty("identifier").getValues().get(0))
                .map(identifier -> ((org.hl7.fhir.r4.model.Identifier) identifier).getValue())
                .map(REGISTRY::reference)
                .collect(Collectors.toSet());
        for (Bundle bundle : BUNDLES) {
            Set<String> known = new HashSet<>(registry);
            bundle.getEntry().forEach(entry -> known.add(entry.getFullUrl()));
            for (Resource resource : TestClinic.resources(bundle)) {
                assertThat(known).containsAll(TestClinic.references(resource));
            }
        }
    }

    @Test
    void namesItsPatientInEveryResource() {
        for (Bundle bundle : BUNDLES) {
            String patient = bundle.getEntryFirstRep().getFullUrl();
            assertThat(TestClinic.resources(bundle).stream().skip(1))
                    .allSatisfy(resource ->
                            assertThat(TestClinic.references(resource)).contains(patient));
        }
    }

    @Test
    void marksEverythingAsSyntheticAndLabelsItOnce() {
        for (Bundle bundle : BUNDLES) {
            assertThat(TestClinic.resources(bundle)).allSatisfy(SyntheticClinicTest::isMarked);
        }
        assertThat(TestClinic.resources(CLINIC.registry())).allSatisfy(SyntheticClinicTest::isMarked);
    }

    private static void isMarked(Resource resource) {
        assertThat(resource.getMeta().getTag(CodeSystems.TAG, "synthetic")).isNotNull();
        assertThat(resource.getMeta().getSecurity().stream()
                        .map(Coding::getSystem)
                        .filter(CodeSystems.CONFIDENTIALITY::equals))
                .hasSize(1);
    }

    @Test
    void writesAChartOfUsefulSize() {
        double mean = BUNDLES.stream()
                .mapToInt(bundle -> bundle.getEntry().size())
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(45.0, 120.0);
    }
}
