package health.strand.summary;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.jurisdiction.StartEvent;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class SummaryPageTest {

    private static void add(Parameters summary, String name, Object... parts) {
        ParametersParameterComponent parameter = summary.addParameter().setName(name);
        for (int i = 0; i < parts.length; i += 2) {
            parameter.addPart().setName((String) parts[i]).setValue((Type) parts[i + 1]);
        }
    }

    private static Parameters summary(String name) {
        Parameters summary = new Parameters();
        InstantType now = new InstantType("2026-11-02T10:00:00Z");
        add(
                summary,
                "protection",
                "measured",
                now,
                "signingKeySince",
                now,
                "database",
                new StringType("PostgreSQL 16"));
        add(summary, "stored", "class", new CodeType("clinical"), "items", new IntegerType(3));
        add(summary, "stored", "class", new CodeType("genetic"), "items", new IntegerType(0));
        add(
                summary,
                "canSee",
                "class",
                new CodeType("clinical"),
                "kind",
                new CodeType("staff"),
                "who",
                new Reference("Practitioner/1").setDisplay(name),
                "role",
                new CodeType("surgeon"),
                "relation",
                new CodeType("treating"),
                "extent",
                new CodeType("part"),
                "because",
                new CodeType("role-reads-class"),
                "until",
                now);
        add(summary, "kept", "class", new CodeType("clinical"), "period", new CodeType("P1Y6M"));
        add(summary, "erasable", "class", new CodeType("clinical"), "state", new CodeType("unknown"));
        add(summary, "ask", "law", new StringType("Germany"), "contact", new StringType("dpo@clinic.example"));
        return summary;
    }

    private static String page(Locale locale, String name) {
        return SummaryPage.in(locale, ZoneOffset.UTC).of(summary(name));
    }

    @Test
    void escapesNames() {
        String page = page(Locale.ENGLISH, "<script>alert('1')</script> & \"Co\"");

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Co&quot;, surgeon");
    }

    @Test
    void drawsWhoSeesWhat() {
        String page = page(Locale.ENGLISH, "Sora");

        assertThat(page)
                .contains("<th scope=\"row\">Sora, surgeon</th><td>treats you until November 2, 2026</td>")
                .containsOnlyOnce("<title>a part</title>")
                .containsOnlyOnce("<title>nothing</title>");
    }

    @Test
    void speaksGerman() {
        String page = page(Locale.GERMAN, "Sora");

        assertThat(page)
                .contains("<html lang=\"de\">", "Wer hat Zugriff?", "behandelt Sie bis 2. November 2026")
                .contains("1 Jahr 6 Monate", "dpo@clinic.example");
    }

    @Test
    void saysWhatTheServerDoesNotKnow() {
        assertThat(page(Locale.ENGLISH, "Sora"))
                .contains("The server does not know whether the disk is encrypted.")
                .contains("The server does not know when the last backup was made.")
                .contains("The clinic has not stated in which place and country it is.");
    }

    @Test
    void hasTheSameWordsInBothLanguages() {
        assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ENGLISH));
    }

    private static Set<String> keys(Locale locale) {
        return Stream.of("health.strand.summary.page", "health.strand.page.common")
                .flatMap(name -> ResourceBundle.getBundle(
                        name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                        .keySet()
                        .stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasAWordForEveryCodeThereIs() {
        Set<String> keys = keys(Locale.ENGLISH);
        for (DataClass each : DataClass.values()) {
            if (each.aboutPatients()) {
                assertThat(keys).contains("class." + each.code());
            }
        }
        for (ClinicRole each : ClinicRole.values()) {
            assertThat(keys).contains("role." + each.code());
        }
        for (Erasure each : Erasure.values()) {
            assertThat(keys).contains("erase." + each.code());
        }
        for (StartEvent each : StartEvent.values()) {
            assertThat(keys)
                    .contains("from." + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
