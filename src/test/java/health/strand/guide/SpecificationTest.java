package health.strand.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificationTest {

    @ParameterizedTest
    @CsvSource({
        "Observation, observation.html",
        "Quantity, datatypes.html#Quantity",
        "dateTime, datatypes.html#dateTime",
        "Reference, references.html#Reference",
        "Meta, resource.html#Meta",
        "RelatedArtifact, metadatatypes.html#RelatedArtifact"
    })
    void knowsWhereATypeIsExplained(String type, String page) {
        assertThat(Specification.type(type)).isEqualTo(Specification.BASE + page);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/StructureDefinition/Media, media.html",
        "http://hl7.org/fhir/StructureDefinition/data-absent-reason, extension-data-absent-reason.html",
        "http://hl7.org/fhir/ValueSet/security-labels|4.0.1, valueset-security-labels.html",
        "http://terminology.hl7.org/CodeSystem/v3-ActCode, v3/ActCode/cs.html",
        "http://terminology.hl7.org/ValueSet/v3-PurposeOfUse, v3/PurposeOfUse/vs.html",
        "http://terminology.hl7.org/CodeSystem/v2-0203, v2/0203/index.html",
        "http://terminology.hl7.org/CodeSystem/consentscope, codesystem-consentscope.html",
        "http://hl7.org/fhir/resource-types, codesystem-resource-types.html"
    })
    void knowsWhereADefinitionOfTheStandardIs(String canonical, String page) {
        assertThat(Specification.canonical(canonical)).hasValue(Specification.BASE + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-patient|1.1.0",
                "https://strand.health/fhir/ValueSet/hair-color",
                "http://loinc.org"
            })
    void knowsNothingOfOthers(String canonical) {
        assertThat(Specification.canonical(canonical)).isEmpty();
    }
}
