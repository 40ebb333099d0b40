package health.strand.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.PatientId;
import health.strand.audit.Actor;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisclosureTableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static TrailEntry to(String client) {
        Deed deed = new Deed(Interaction.READ, null, Outcome.DONE, null, "Media/scan", null)
                .disclosing("recipient", new PatientId("ana"), Set.of("scalp-image", "clinical"));
        return new TrailEntry(
                UUID.fromString("7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d"),
                Instant.parse("2026-11-02T09:14:03Z"),
                new PatientId("ana"),
                new Actor(
                        "Practitioner/adz",
                        client,
                        List.of("analyst"),
                        List.of("HOPERAT"),
                        "192.0.2.7",
                        "r1",
                        Set.of()),
                deed,
                List.of("Consent/1/_history/2"),
                Set.of());
    }

    @Test
    void writesOneLineForEachDisclosure() {
        assertThat(DisclosureTable.of(List.of(to("adz"))))
                .isEqualTo("\"time\",\"recipient\",\"kind\",\"person\",\"purposes\",\"classes\",\"data\",\"consents\","
                        + "\"event\"\r\n\"2026-11-02T09:14:03Z\",\"adz\",\"recipient\",\"Practitioner/adz\",\"HOPERAT\","
                        + "\"clinical scalp-image\",\"Media/scan\",\"Consent/1/_history/2\","
                        + "\"7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d\"\r\n");
    }

    @Test
    void leavesNothingThatASpreadsheetWouldReckonWith() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            assertThat(DisclosureTable.of(List.of(to(name)))).contains(",\"'" + name + "\",");
        }
        assertThat(DisclosureTable.of(List.of(to("a\"b")))).contains(",\"a\"\"b\",");
    }

    @Test
    void saysTheSameToPeopleInEnglishAndGerman() {
        String english = new DisclosurePage(Locale.FRENCH, BERLIN).of(List.of(to("<adz>")));
        String german = new DisclosurePage(Locale.forLanguageTag("de-AT"), BERLIN).of(List.of(to("<adz>")));

        assertThat(english)
                .contains("<html lang=\"en\">", "&lt;adz&gt; (works for somebody else)", "Running the clinic")
                .contains("<th scope=\"col\">When</th>", "Pictures of the scalp")
                .doesNotContain("<adz>", "<script", "style");
        assertThat(german)
                .contains("<html lang=\"de\">", "&lt;adz&gt; (arbeitet für andere)", "Betrieb der Klinik", "02.11.2026")
                .contains("<time datetime=\"2026-11-02T09:14:03Z\">", "10:14");
        assertThat(new DisclosurePage(Locale.GERMAN, BERLIN).of(List.of()))
                .contains("nichts an eine fremde App")
                .doesNotContain("<table>");
    }
}
