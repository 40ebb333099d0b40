package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S25. */
class CodeHierarchyTest {

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10, L64.8, L64",
        "http://hl7.org/fhir/sid/icd-10-cm, L64.81, L64 L64.8",
        "http://hl7.org/fhir/sid/icd-10-cm, S00.01XA, S00 S00.0 S00.01 S00.01X",
        "http://fhir.de/CodeSystem/bfarm/icd-10-gm, L63.0, L63",
        "http://www.whocc.no/atc, D11AX10, D D11 D11A D11AX",
        "http://www.whocc.no/atc, D11A, D D11",
    })
    void findsEveryCodeAboveOne(String system, String code, String above) {
        assertThat(CodeHierarchy.above(system + "|" + code))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(above.split(" "))
                        .map(each -> system + "|" + each)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hl7.org/fhir/sid/icd-10|L64",
                "http://hl7.org/fhir/sid/icd-10|L6",
                "http://hl7.org/fhir/sid/icd-10|L64.",
                "http://hl7.org/fhir/sid/icd-10|hair loss",
                "http://www.whocc.no/atc|D",
                "http://www.whocc.no/atc|D1",
                "http://www.whocc.no/atc|minoxidil",
                "http://snomed.info/sct|87872006",
                "|L64.8",
                "L64.8",
                ""
            })
    void findsNothingWhereTheCodeDoesNotSay(String code) {
        assertThat(CodeHierarchy.above(code)).isEmpty();
    }
}
