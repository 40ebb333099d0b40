package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneticSearchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "category GE",
                "category laboratory,http://terminology.hl7.org/CodeSystem/v2-0074|GE",
                "category:in |GE",
                "_profile https://strand.health/fhir/StructureDefinition/hr-genetic-marker",
                "_security http://terminology.hl7.org/CodeSystem/v3-ActCode|GDIS"
            })
    void knowsWhatAsksForGeneticsByName(String name, String value) {
        assertThat(GeneticSearch.is(Map.of(name, new String[] {value}))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "category laboratory",
                "category GENERAL",
                "code GE",
                "_profile https://strand.health/fhir/StructureDefinition/hr-density",
                "_security R"
            })
    void leavesOtherSearchesAlone(String name, String value) {
        assertThat(GeneticSearch.is(Map.of(name, new String[] {value}))).isFalse();
    }
}
