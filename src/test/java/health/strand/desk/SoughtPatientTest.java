package health.strand.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtPatientTest {

    private static final String NAME = "'name':[{'family':'Núñez','given':['Ana','Maria']}]";
    private static final String BORN = "'birthDate':'1990-02-03'";
    private static final String PHONE = "'telecom':[{'system':'phone','value':'+49 1'}]";
    private static final String EMAIL = "'telecom':[{'system':'email','value':'ana@example.org'}]";
    private static final String NUMBER = "'identifier':[{'system':'urn:x','value':'7'}]";
    private static final Patient ANA = patient(String.join(
            ",",
            NAME,
            BORN,
            NUMBER,
            "'telecom':[{'system':'phone','value':'+49 1'},{'system':'email','value':'ana@example.org'}]"));

    private static Patient patient(String json) {
        String text = ("{'resourceType':'Patient'," + json + "}").replace('\'', '"');
        return FhirContext.forR4Cached().newJsonParser().parseResource(Patient.class, text);
    }

    private static SoughtPatient sought(String... facts) {
        return SoughtPatient.of(patient(String.join(",", facts)));
    }

    @Test
    void takesTwoFactsOfAnyKind() {
        String[] facts = {NAME, BORN, PHONE, EMAIL, NUMBER};
        for (int one = 0; one < facts.length; one++) {
            assertThat(sought(facts[one]).isEnough()).as(facts[one]).isFalse();
            assertThat(sought(facts[one]).fits(ANA)).as(facts[one]).isFalse();
            for (int other = one + 1; other < facts.length; other++) {
                boolean both = !facts[one].equals(PHONE) || !facts[other].equals(EMAIL);
                if (both) {
                    assertThat(sought(facts[one], facts[other]).fits(ANA)).isTrue();
                }
            }
        }
        assertThat(sought("'telecom':[{'system':'phone','value':'+49 1'},{'system':'email','value':'ANA@example.org'}]")
                        .fits(ANA))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'name':[{'family':'Núñez'}]",
                "'name':[{'given':['Ana']}]",
                "'birthDate':'1990'",
                "'identifier':[{'value':'7'}]",
                "'telecom':[{'value':'+49 1'}]",
                "'telecom':[{'system':'fax','value':'+49 1'}]",
                "'gender':'female'"
            })
    void takesPartsOfAFactForNone(String part) {
        assertThat(sought(part).isEnough()).isFalse();
        if (!part.contains("birthDate")) {
            assertThat(sought(BORN, part).isEnough()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'name':[{'family':'Nunez','given':['An']}]",
                "'name':[{'family':'Nune','given':['Ana']}]",
                "'identifier':[{'system':'urn:y','value':'7'}]",
                "'telecom':[{'system':'phone','value':'+49 12'}]"
            })
    void fitsNobodyOfWhomOneFactIsNotTrue(String wrong) {
        assertThat(sought(BORN, wrong).isEnough()).isTrue();
        assertThat(sought(BORN, wrong).fits(ANA)).isFalse();
    }

    @Test
    void hearsNoAccentsAndAnyGivenName() {
        assertThat(sought("'name':[{'family':'NUNEZ','given':['maria']}]", BORN).fits(ANA))
                .isTrue();
        assertThat(sought(NAME, "'birthDate':'1990-02-04'").fits(ANA)).isFalse();
        assertThat(sought(NAME, BORN).fits(new Patient())).isFalse();
    }
}
