package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example does what it is there for, and every rule has examples for and against it. */
class ProfileExamplesTest {

    /** Bound in every profile by the same two lines; tried once. */
    private static final String LABEL = "v3-ConfidentialityClassification";

    private static final List<BadExample> BAD = BadExample.all();

    @TestFactory
    Stream<DynamicTest> acceptsTheGoodExamples() {
        return CompiledPackage.examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(ProfileValidator.errors(example.getValue()))
                                .extracting(ProfileValidator::text)
                                .as(example.getKey())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheBadExamplesForOneReason() {
        return BAD.stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refuses(bad)));
    }

    private static void refuses(BadExample bad) {
        assertThat(
                        bad.warning()
                                ? ProfileValidator.problems(bad.resource(), List.of())
                                : ProfileValidator.errors(bad.resource()))
                .extracting(ProfileValidator::text)
                .as(bad.name())
                .isNotEmpty()
                .allMatch(bad::expects);
    }

    @Test
    void hasTwoGoodExamplesOfEveryProfile() {
        assertThat(CompiledPackage.profiles())
                .allSatisfy(profile -> assertThat(CompiledPackage.examplesOf(profile))
                        .as(profile.getId())
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void hasABadExampleOfEveryInvariant() {
        Set<String> invariants = new HashSet<>();
        CompiledPackage.structures().values().stream()
                .flatMap(structure -> CompiledPackage.ownElements(structure).stream())
                .flatMap(element -> element.getConstraint().stream())
                .forEach(constraint -> invariants.add(constraint.getKey()));
        List<String> tried = BAD.stream().map(bad -> String.valueOf(bad.rule())).toList();

        assertThat(tried).containsAll(invariants);
    }

    @Test
    void hasABadExampleOfEveryRequiredBinding() {
        List<String> untried = new ArrayList<>();
        for (StructureDefinition structure : CompiledPackage.structures().values()) {
            for (ElementDefinition element : CompiledPackage.ownElements(structure)) {
                if (element.getBinding().getStrength() == BindingStrength.REQUIRED && !tried(structure, element)) {
                    untried.add(structure.getId() + " " + element.getId());
                }
            }
        }
        assertThat(untried).isEmpty();
    }

    private static boolean tried(StructureDefinition structure, ElementDefinition element) {
        String valueSet = element.getBinding().getValueSet();
        return BAD.stream()
                .filter(bad -> valueSet.endsWith("/ValueSet/" + bad.binding()))
                .anyMatch(bad -> valueSet.endsWith("/" + LABEL)
                        || "Extension".equals(structure.getType())
                        || bad.good().getMeta().getProfile().stream()
                                .anyMatch(profile -> derives(profile, structure.getUrl())));
    }

    private static boolean derives(CanonicalType profile, String from) {
        StructureDefinition structure = CompiledPackage.structures().get(profile.getValue());
        while (structure != null && !structure.getUrl().equals(from)) {
            structure = CompiledPackage.structures().get(structure.getBaseDefinition());
        }
        return structure != null;
    }
}
