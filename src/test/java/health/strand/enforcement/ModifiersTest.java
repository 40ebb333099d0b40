package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiersTest {

    private static RuntimeSearchParam parameter(String type, String name) {
        return FhirContext.forR4Cached().getResourceDefinition(type).getSearchParam(name);
    }

    private static void check(String type, String written, String... values) {
        Modifiers.check(parameter(type, written.split(":", 2)[0]), written, values, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name:contains", "identifier:of-type", "hair:contains"})
    void refusesWhatIsNotOffered(String name) {
        assertThatThrownBy(() -> check("Patient", name, "x"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the modifier `" + name.substring(name.indexOf(':')) + "` is not offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "|x", "x|", "a|b,x", "", "a|b|c"})
    void refusesACodeAboveOrBelowWithoutItsSystem(String value) {
        for (String name : new String[] {"code:above", "code:below"}) {
            assertThatThrownBy(() -> check("Observation", name, "http://loinc.org|1", value))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("system|code");
        }
    }

    @Test
    void refusesToAskForWhatIsMissingBehindAReference() {
        String[] values = {"true"};

        assertThatThrownBy(() -> Modifiers.check(parameter("Patient", "name"), "name:missing", values, true))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the modifier `:missing` is not offered behind a reference");
        assertThatCode(() -> Modifiers.check(parameter("Patient", "name"), "name:missing", values, false))
                .doesNotThrowAnyException();
    }

    @Test
    void takesCodesWithTheirSystems() {
        assertThatCode(() -> check("Observation", "code:below", "http://loinc.org|1,http://loinc.org|2"))
                .doesNotThrowAnyException();
    }

    @Test
    void asksNoSystemOfAddressesAndReferences() {
        assertThatCode(() -> check("ValueSet", "url:below", "http://x")).doesNotThrowAnyException();
        assertThatCode(() -> check("Location", "partof:below", "Location/x")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name:exact", "name:missing", "hair", "gender:not"})
    void leavesEverythingElseToStorage(String name) {
        assertThatCode(() -> check("Patient", name, "x")).doesNotThrowAnyException();
    }
}
