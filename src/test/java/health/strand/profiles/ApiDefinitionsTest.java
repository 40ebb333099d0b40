package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The search parameters, operations and capabilities the guide describes. */
class ApiDefinitionsTest {

    private static final List<CapabilityStatementRestResourceComponent> SERVED =
            CompiledPackage.definitions(CapabilityStatement.class).stream()
                    .flatMap(statement -> statement.getRestFirstRep().getResource().stream())
                    .toList();

    @TestFactory
    Stream<DynamicTest> findsWhatEverySearchParameterLooksFor() {
        return CompiledPackage.definitions(SearchParameter.class).stream()
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.getId(),
                        () -> assertThat(CompiledPackage.examples().values())
                                .filteredOn(example -> parameter.hasBase(example.fhirType()))
                                .anyMatch(example -> finds(parameter, example))));
    }

    private static boolean finds(SearchParameter parameter, Resource example) {
        return !CompiledPackage.FHIR
                .newFhirPath()
                .evaluate(example, parameter.getExpression(), IBase.class)
                .isEmpty();
    }

    @Test
    void listsEveryProfileUnderItsType() {
        assertThat(CompiledPackage.profiles())
                .allSatisfy(profile -> assertThat(SERVED)
                        .as(profile.getId())
                        .anyMatch(type -> type.getType().equals(profile.getType())
                                && profile(type).anyMatch(profile.getUrl()::equals)));
    }

    private static Stream<String> profile(CapabilityStatementRestResourceComponent type) {
        return type.getSupportedProfile().stream().map(CanonicalType::getValue);
    }

    @Test
    void listsEverySearchParameterAndOperation() {
        assertThat(SERVED.stream().flatMap(type -> type.getSearchParam().stream()))
                .extracting(parameter -> parameter.getDefinition())
                .containsExactlyInAnyOrderElementsOf(CompiledPackage.definitions(SearchParameter.class).stream()
                        .map(SearchParameter::getUrl)
                        .toList());
        assertThat(SERVED.stream().flatMap(type -> type.getOperation().stream()))
                .extracting(operation -> operation.getDefinition())
                .filteredOn(definition -> !definition.startsWith("http://hl7.org/fhir/"))
                .containsExactlyInAnyOrderElementsOf(CompiledPackage.definitions(OperationDefinition.class).stream()
                        .map(OperationDefinition::getUrl)
                        .toList());
    }

    /** Structures apart: for those the validator wants a package cache and the profiles they comply with. */
    @Test
    void validatesAsFhirItself() {
        assertThat(CompiledPackage.definitions())
                .filteredOn(definition -> !(definition instanceof StructureDefinition))
                .filteredOn(definition -> !definition.fhirType().equals("ImplementationGuide"))
                .allSatisfy(definition -> assertThat(ProfileValidator.errors(definition))
                        .extracting(ProfileValidator::text)
                        .as(definition.getId())
                        .isEmpty());
    }
}
