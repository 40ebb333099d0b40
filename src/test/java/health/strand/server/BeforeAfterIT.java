package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures side by side are those their reader may see, and nothing tells of others. */
class BeforeAfterIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final CaseWorld world = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "pairs",
                    "what is from 2024-06 is closed to Sora",
                    List.of(Map.of("deny", Map.of("actor", "sora", "dataPeriod", "2024-06")))));
    private final String patient = world.item("patient");
    private final JsonNode model = new Records(STRAND, STRAND.token("loader"))
            .one("Media?modality=http://dicom.nema.org/resources/ontology/DCM%7CDMS&subject=Patient/"
                    + STRAND.id("ana"));
    private final String zone = model.at("/bodySite/coding/0/code").asText();

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    /** A picture as there is one of Ana, of this patient and that day. */
    private String taken(String day) {
        ObjectNode picture = model.deepCopy();
        picture.remove(List.of("id", "meta", "encounter", "issued", "content"));
        picture.put("createdDateTime", day + "T09:00:00Z");
        picture.putObject("subject").put("reference", patient);
        picture.putObject("encounter").put("reference", world.item("encounter"));
        picture.putObject("content")
                .put("contentType", "image/png")
                .put("title", "close-up")
                .putObject("_url")
                .putArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                .put("valueCode", "unsupported");
        picture.withArray("extension").forEach(each -> {
            if (each.path("url").asText().endsWith("/target")) {
                ObjectNode reference = (ObjectNode) each.path("valueReference");
                reference.put("reference", target(reference.path("reference").asText()));
            }
        });
        HttpResponse<String> stored = STRAND.post(STRAND.token("loader"), "Media", picture.toString());
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        return Answers.json(stored).path("id").asText();
    }

    /** The same spot, of this patient. */
    private String target(String reference) {
        String loader = STRAND.token("loader");
        ObjectNode spot = (ObjectNode) Answers.json(STRAND.get(loader, reference));
        spot.remove(List.of("id", "meta"));
        spot.putObject("patient").put("reference", patient);
        HttpResponse<String> stored = STRAND.post(loader, "BodyStructure", spot.toString());
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        return "BodyStructure/" + Answers.json(stored).path("id").asText();
    }

    private HttpResponse<String> pair(String token, String whose) {
        return STRAND.get(token, "Media/$before-after?patient=" + whose + "&zone=" + zone);
    }

    private static String shown(HttpResponse<String> answer, String which) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (JsonNode each : Answers.json(answer).path("parameter")) {
            if (each.path("name").asText().equals(which)) {
                return each.at("/resource/id").asText();
            }
        }
        return "none";
    }

    @Test
    void pairsWhatEachMaySee() {
        String hidden = taken("2024-06-10");
        String second = taken("2025-06-10");
        String last = taken("2026-01-10");

        HttpResponse<String> toTom = pair(STRAND.token("tom"), patient);
        assertThat(shown(toTom, "before")).isEqualTo(hidden);
        assertThat(shown(toTom, "after")).isEqualTo(last);
        assertThat(toTom.body()).contains("\"comparable\",\"valueBoolean\":true");
        HttpResponse<String> toSora = pair(STRAND.token("sora"), patient);
        assertThat(shown(toSora, "before")).isEqualTo(second);
        assertThat(shown(toSora, "after")).isEqualTo(last);
        assertThat(toSora.body()).doesNotContain(hidden);
        assertThat(new Trail(STRAND).lines(toSora))
                .containsExactly("operation $before-after 0 " + patient.substring("Patient/".length()));
    }

    @Test
    void hasNoPairForWhoeverIsNotThere() {
        taken("2024-06-10");
        taken("2025-06-10");
        String nobody = "Patient/" + UUID.randomUUID();
        for (String who : List.of("ito", "dara", "ana")) {
            assertThat(pair(STRAND.token(who), patient).body())
                    .isEqualTo(pair(STRAND.token(who), nobody).body())
                    .contains("\"comparable\",\"valueBoolean\":false");
        }
        assertThat(pair(STRAND.token("rex"), patient).statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        String start = "Media/$before-after?patient=" + patient;
        for (String query : List.of("", "&zone=elbow", "&zone=vertex&first=2024")) {
            assertThat(STRAND.get(STRAND.token("tom"), start + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
