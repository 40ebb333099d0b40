package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The curve of a zone shows what its reader may see, and nothing tells of more. */
class TrichometryTrendIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String DENSITY = "&metric=hair-density";

    private final CaseWorld world = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "trend",
                    "what is from 2025-06 is closed to Sora",
                    List.of(Map.of("deny", Map.of("actor", "sora", "dataPeriod", "2025-06")))));
    private final String patient = world.item("patient");
    private final JsonNode model = new Records(STRAND, STRAND.token("loader")).panel("ana");
    private final String zone = model.at("/bodySite/coding/0/code").asText();

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    /** A panel as Ana has one, of this patient and that day. */
    private String measured(String day) {
        ObjectNode panel = model.deepCopy();
        panel.remove(List.of("id", "meta", "encounter"));
        panel.put("effectiveDateTime", day + "T09:00:00Z");
        panel.putObject("subject").put("reference", patient);
        panel.putArray("derivedFrom").addObject().put("reference", world.item("study"));
        HttpResponse<String> stored = STRAND.post(STRAND.token("loader"), "Observation", panel.toString());
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        return "Observation/" + Answers.json(stored).path("id").asText();
    }

    private HttpResponse<String> trend(String token, String whose) {
        return STRAND.get(token, "Observation/$trichometry-trend?patient=" + whose + "&zone=" + zone + DENSITY);
    }

    private static List<String> said(HttpResponse<String> answer, String parameter, String part) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> found = new ArrayList<>();
        Answers.json(answer).path("parameter").forEach(each -> {
            if (each.path("name").asText().equals(parameter)) {
                StreamSupport.stream(each.path("part").spliterator(), false)
                        .filter(one -> one.path("name").asText().equals(part))
                        .forEach(one -> found.add(
                                one.path("valueReference").path("reference").asText()
                                        + one.path("valueInstant").asText()));
            }
        });
        return found;
    }

    @Test
    void showsEachWhatTheyMaySee() {
        String first = measured("2024-06-10");
        String hidden = measured("2025-06-10");
        String last = measured("2026-01-10");

        assertThat(said(trend(STRAND.tokenOfPatient(patient), patient), "point", "panel"))
                .containsExactly(first, hidden, last);
        assertThat(said(trend(STRAND.token("tom"), patient), "point", "panel")).containsExactly(first, hidden, last);
        HttpResponse<String> toSora = trend(STRAND.token("sora"), patient);
        assertThat(said(toSora, "point", "panel")).containsExactly(first, last);
        assertThat(toSora.body()).doesNotContain(hidden.substring("Observation/".length()), "2025-06");
        assertThat(said(toSora, "change", "last")).containsExactly("2026-01-10T09:00:00Z");
        assertThat(new Trail(STRAND).lines(toSora))
                .containsExactly("operation $trichometry-trend 0 " + patient.substring("Patient/".length()));
    }

    @Test
    void isThePatientsOwnWhereNobodyIsNamed() {
        String panel = measured("2024-06-10");
        String own = STRAND.tokenOfPatient(patient);

        assertThat(said(STRAND.get(own, "Observation/$trichometry-trend?zone=" + zone + DENSITY), "point", "panel"))
                .containsExactly(panel);
        assertThat(STRAND.get(own, "Observation/$trichometry-trend?zone=" + zone + DENSITY + "&patient=")
                        .statusCode())
                .as("nobody left it out here")
                .isEqualTo(400);
    }

    /** Somebody the reader does not see, and somebody who never was, have no measurements. */
    @Test
    void isEmptyForWhoeverIsNotThere() {
        measured("2024-06-10");
        String nobody = "Patient/" + UUID.randomUUID();
        for (String who : List.of("ito", "dara", "ana")) {
            String token = STRAND.token(who);
            assertThat(trend(token, patient).body())
                    .isEqualTo(trend(token, nobody).body());
            assertThat(trend(token, patient).body()).doesNotContain("point");
        }
        assertThat(trend(STRAND.token("rex"), patient).statusCode()).isEqualTo(403);
    }

    @Test
    void isAPageForWhoeverWantsOne() {
        measured("2024-06-10");
        measured("2026-01-10");
        HttpResponse<String> page = STRAND.get(
                STRAND.tokenOfPatient(patient),
                "Observation/$trichometry-trend?_format=html&patient=" + patient + "&zone=" + zone + DENSITY);
        assertThat(page.body()).contains("<svg", "<circle", "2024", "2026").doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        String start = "Observation/$trichometry-trend?patient=" + patient;
        for (String query : List.of("&zone=elbow" + DENSITY, "&zone=vertex&metric=beauty", "")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token("tom"), start + query);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("is a code of");
        }
        assertThat(STRAND.get(STRAND.token("tom"), "Observation/$trichometry-trend?zone=vertex" + DENSITY)
                        .body())
                .contains("`patient` is a reference");
    }
}
