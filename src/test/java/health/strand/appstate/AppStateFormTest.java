package health.strand.appstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import health.strand.appstate.AppState.Content;
import java.time.Instant;
import org.hl7.fhir.r4.model.Basic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppStateFormTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String CODE = "'code':{'coding':[{'system':'https://app.example','code':'settings'}]}";
    private static final String SUBJECT = "'subject':{'reference':'https://fhir.example/fhir/Patient/ana'}";
    private static final String TEXT =
            "'extension':[{'url':'https://app.example/v1','valueString':' {\\u0022a\\u0022: \\u00e9}\\n'}]";
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final AppStateForm form = new AppStateForm(FHIR, new SubjectAddress("https://fhir.example/fhir/"));

    private static Basic basic(String members) {
        return FHIR.newJsonParser()
                .parseResource(Basic.class, ("{'resourceType':'Basic'," + members + "}").replace('\'', '"'));
    }

    @Test
    void keepsWhatIsSentWordForWord() {
        String profile = "'meta':{'profile':['http://hl7.org/fhir/smart-app-launch/StructureDefinition/"
                + "smart-app-state-basic']}";
        Basic sent = basic(profile + "," + CODE + "," + SUBJECT + "," + TEXT);
        Content content = form.read(sent);
        Basic shown = form.write(new AppState("x", 3, NOW, content));

        assertThat(content.token()).isEqualTo("https://app.example|settings");
        assertThat(content.subject()).isEqualTo("Patient/ana");
        assertThat(content.body()).doesNotContain("ana");
        assertThat(shown.getIdElement().getIdPart()).isEqualTo("x");
        assertThat(shown.getMeta().getVersionId()).isEqualTo("3");
        assertThat(shown.getMeta().getLastUpdated()).isEqualTo(NOW);
        assertThat(shown.getMeta().getProfile()).hasSize(1);
        assertThat(shown.getSubject().equalsDeep(sent.getSubject())).isTrue();
        assertThat(shown.getCode().equalsDeep(sent.getCode())).isTrue();
        assertThat(shown.getExtension().get(0).getValue().primitiveValue()).isEqualTo(" {\"a\": \u00e9}\n");
        assertThat(shown.getExtension().get(0).equalsDeep(sent.getExtension().get(0)))
                .isTrue();
    }

    @Test
    void takesBackWhatItHasShown() {
        Content content = form.read(basic(CODE + "," + SUBJECT));
        Basic shown = form.write(new AppState("x", 3, NOW, content));

        assertThat(form.read(shown)).isEqualTo(content);
    }

    @Test
    void keepsStateAboutNobody() {
        Content content = form.read(basic(CODE));

        assertThat(content.subject()).isEmpty();
        assertThat(form.write(new AppState("x", 1, NOW, content)).hasSubject()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'code':{'text':'settings'}",
                "'code':{'coding':[{'code':'settings'}]}",
                "'code':{'coding':[{'system':'https://app.example'}]}",
                "'code':{'coding':[{'system':'a:b','code':'c'},{'system':'a:b','code':'d'}]}"
            })
    void wantsOneWholeCode(String members) {
        assertThatThrownBy(() -> form.read(basic(members)))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refused -> assertThat(refused.element()).isEqualTo("Basic.code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'subject':{'reference':'Patient/ana'}",
                "'subject':{'reference':'https://other.example/fhir/Patient/ana'}",
                "'subject':{'reference':'https://fhir.example/fhir/Patient/ana/_history/1'}",
                "'subject':{'reference':'https://fhir.example/fhir/Patient?identifier=1'}",
                "'subject':{'reference':'https://fhir.example/fhir/Patient/ana','display':'Ana'}",
                "'subject':{'identifier':{'value':'1'}}"
            })
    void wantsTheWholeAddressOfASubjectAndNothingElse(String subject) {
        assertThatThrownBy(() -> form.read(basic(CODE + "," + subject)))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refused -> assertThat(refused.element()).isEqualTo("Basic.subject"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'extension':[{'url':'a:b','valueInteger':1}]",
                "'extension':[{'url':'a:b','valueCode':'c'}]",
                "'extension':[{'url':'a:b','valueMarkdown':'c'}]",
                "'extension':[{'url':'a:b','extension':[{'url':'c','valueString':'d'}]}]",
                "'extension':[{'url':'a:b','valueString':'c','id':'d'}]",
                "'extension':[{'url':'a:b','valueString':'c','_valueString':{'id':'d'}}]"
            })
    void wantsTextInExtensionsAndNothingElse(String extension) {
        assertThatThrownBy(() -> form.read(basic(CODE + "," + extension)))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refused -> assertThat(refused.element()).isEqualTo("Basic.extension"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'modifierExtension':[{'url':'a:b','valueString':'c'}]",
                "'contained':[{'resourceType':'Patient','id':'p'}]",
                "'text':{'status':'generated','div':'<div>a</div>'}",
                "'identifier':[{'value':'1'}]",
                "'created':'2026-01-01'",
                "'author':{'reference':'https://fhir.example/fhir/Patient/ana'}",
                "'language':'en'",
                "'implicitRules':'a:b'",
                "'meta':{'tag':[{'code':'a'}]}",
                "'meta':{'security':[{'code':'R'}]}"
            })
    void refusesWhatItWouldNotKeep(String more) {
        assertThatThrownBy(() -> form.read(basic(CODE + "," + more)))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refused -> assertThat(refused.element()).isEqualTo("Basic"));
    }

    @Test
    void refusesACodeThatIsTooLong() {
        assertThatThrownBy(() -> form.read(basic(CODE.replace("settings", "s".repeat(201)))))
                .isInstanceOf(Unacceptable.class);
    }
}
