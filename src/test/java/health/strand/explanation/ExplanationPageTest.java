package health.strand.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Why;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class ExplanationPageTest {

    private static final String EVIL = "<script>alert('1')</script>";

    private static ParametersParameterComponent with(ParametersParameterComponent part, Object... values) {
        for (int i = 0; i < values.length; i += 2) {
            part.addPart().setName((String) values[i]).setValue((Type) values[i + 1]);
        }
        return part;
    }

    private static ParametersParameterComponent decision(Parameters answer) {
        return with(
                answer.addParameter().setName("decision"),
                "who",
                new StringType("Practitioner/" + EVIL),
                "kind",
                new CodeType("staff"),
                "purpose",
                new CodeType("TREAT"),
                "role",
                new CodeType("surgeon"),
                "class",
                new CodeType("genetic"),
                "effect",
                new CodeType("permit"),
                "why",
                new CodeType("provision-applies"),
                "until",
                new InstantType("2026-11-02T10:30:00Z"));
    }

    private static Parameters whole() {
        Parameters answer = new Parameters();
        ParametersParameterComponent decision = decision(answer);
        with(decision, "gated", new CodeType("GDIS"));
        ParametersParameterComponent step = with(
                decision.addPart().setName("step"),
                "number",
                new IntegerType(8),
                "rule",
                new CodeType("consent-permits"),
                "said",
                new CodeType("permit"),
                "decides",
                new BooleanType(true));
        with(
                step.addPart().setName("because"),
                "why",
                new CodeType("provision-applies"),
                "effect",
                new CodeType("permit"));
        ParametersParameterComponent consent =
                with(decision.addPart().setName("consent"), "reference", new Reference("Consent/" + EVIL));
        with(
                consent.addPart().setName("vote"),
                "effect",
                new CodeType("permit"),
                "why",
                new CodeType("provision-applies"),
                "provision",
                new StringType("Consent.provision"));
        ParametersParameterComponent other =
                with(decision.addPart().setName("counterfactual"), "effect", new CodeType("deny"));
        with(
                other.addPart().setName("change"),
                "kind",
                new CodeType("consent-withdrawn"),
                "consent",
                new Reference("Consent/c"));
        with(other.addPart().setName("change"), "kind", new CodeType("role-ends"), "role", new CodeType("surgeon"));
        return answer;
    }

    private static String page(Locale language, Parameters answer) {
        return ExplanationPage.in(language, ZoneOffset.UTC).of(answer);
    }

    @Test
    void tellsTheWholeWayToADecision() {
        assertThat(page(Locale.ENGLISH, whole()))
                .contains("surgeon, treatment</h2>")
                .contains("Can be seen until November 2, 2026")
                .contains("a consent of the patient allows it.")
                .contains("Only a consent that names it opens it: GDIS")
                .contains("<th scope=\"row\">8</th><td>Whether a consent says yes</td>"
                        + "<td>yes (this had the last word)</td><td>a consent of the patient allows it</td>")
                .contains("says yes (a consent of the patient allows it, Consent.provision)")
                .contains("It could not be seen if you took back this consent: Consent/c"
                        + " and this person no longer worked as: surgeon.");
    }

    @Test
    void speaksGerman() {
        assertThat(page(Locale.GERMAN, whole()))
                .contains("<html lang=\"de\">", "Darf gesehen werden bis 2. November 2026", "Behandlung</h2>")
                .contains(
                        "Es dürfte nicht gesehen werden, wenn Sie diese Einwilligung zurücknehmen: Consent/c und diese");
    }

    @Test
    void tellsOfEverybodyInATable() {
        Parameters answer = new Parameters();
        decision(answer);

        assertThat(page(Locale.ENGLISH, answer))
                .contains("Who can see it now", "<td>a consent of the patient allows it</td>")
                .doesNotContain("<h2>");
    }

    @Test
    void escapesWhatItIsTold() {
        assertThat(page(Locale.ENGLISH, whole()))
                .doesNotContain("<script")
                .contains("Practitioner/&lt;script&gt;", "Consent/&lt;script&gt;");
    }

    @Test
    void hasAWordForEveryCodeInBothLanguages() {
        Set<String> keys = keys(Locale.ENGLISH);

        assertThat(keys(Locale.GERMAN)).isEqualTo(keys);
        for (Why why : Why.values()) {
            String key = "why." + code(why);
            assertThat(keys.contains(key) || keys.containsAll(Set.of(key + ".permit", key + ".deny")))
                    .as(key)
                    .isTrue();
        }
        assertThat(keys)
                .containsAll(Arrays.stream(Rule.values())
                        .map(each -> "rule." + each.code())
                        .toList())
                .containsAll(Arrays.stream(Change.Kind.values())
                        .map(each -> "change." + each.code())
                        .toList())
                .containsAll(Arrays.stream(StepWord.Said.values())
                        .map(each -> "said." + code(each))
                        .toList());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "health.strand.explanation.page",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }
}
