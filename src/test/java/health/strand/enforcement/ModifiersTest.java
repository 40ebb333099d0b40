package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiersTest {

    private static RuntimeSearchParam parameter(String type, String name) {
        return FhirContext.forR4Cached().getResourceDefinition(type).getSearchParam(name);
    }

    private static void check(String type, String written, String... values) {
        Modifiers.check(type, parameter(type, written.split(":", 2)[0]), written, values, false);
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

        assertThatThrownBy(() -> Modifiers.check("Patient", parameter("Patient", "name"), "name:missing", values, true))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the modifier `:missing` is not offered behind a reference");
        assertThatCode(() -> Modifiers.check("Patient", parameter("Patient", "name"), "name:missing", values, false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Questionnaire, code", "Questionnaire, _tag", "ValueSet, url"})
    void refusesToAskForWhatIsMissingWhereHapiKeepsATypeApart(String type, String name) {
        assertThatThrownBy(() -> check(type, name + ":missing", "true"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the modifier `:missing` is not offered for `" + type + "`");
        assertThatCode(() -> check(type, name, "true")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x$", "$x", "$", "", "x$y,z", "x\\$y", "x$y$z"})
    void refusesAValueThatLacksOneOfTwoParts(String value) {
        assertThatThrownBy(() -> check("Observation", "code-value-string", value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("`one$other`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code-value-string:missing", "code-value-string:not"})
    void refusesModifiersOfParametersOfTwoParts(String name) {
        assertThatThrownBy(() -> check("Observation", name, "x$y"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("takes no modifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x$y", "s|x$y,s|z$y", "a\\$b$c\\,d"})
    void takesValuesOfTwoParts(String value) {
        assertThatCode(() -> check("Observation", "code-value-string", value)).doesNotThrowAnyException();
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
