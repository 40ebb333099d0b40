package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clinic finds out how repeatable it measures; what somebody may not see is in no figure of theirs. */
class TestRetestIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int PATIENTS = 5;

    private final JsonNode model = new Records(STRAND, STRAND.token("loader")).panel("ana");
    private final String method = model.at("/method/coding/0/code").asText();
    private final String zone = model.at("/bodySite/coding/0/code").asText();
    private final List<CaseWorld> worlds = new ArrayList<>();
    private final String device = device();

    @AfterEach
    void withdraw() {
        worlds.forEach(CaseWorld::withdrawAll);
    }

    private static String stored(String type, JsonNode body) {
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).path("id").asText();
    }

    /** A device of this test alone. */
    private String device() {
        ObjectNode copy = new Records(STRAND, STRAND.token("loader"))
                .one("Device?_id=" + model.at("/device/reference").asText().substring("Device/".length()))
                .deepCopy();
        copy.remove(List.of("id", "meta", "extension", "identifier"));
        return stored("Device", copy);
    }

    private String measured(CaseWorld world, String time, int hairs) {
        ObjectNode panel = model.deepCopy();
        panel.remove(List.of("id", "meta", "encounter"));
        panel.put("effectiveDateTime", time);
        panel.putObject("subject").put("reference", world.item("patient"));
        panel.putObject("device").put("reference", device);
        panel.putArray("derivedFrom").addObject().put("reference", world.item("study"));
        ((com.fasterxml.jackson.databind.node.ArrayNode) panel.path("category"))
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "https://strand.health/fhir/CodeSystem/observation-purpose")
                .put("code", "test-retest");
        panel.path("component").forEach(each -> {
            if (each.at("/code/coding/0/code").asText().equals("mean-shaft-diameter")) {
                ((ObjectNode) each.path("valueQuantity")).put("value", hairs);
            }
        });
        return stored("Observation", panel);
    }

    /** Two pairs of each of five patients; the last of them keeps everything from Sora. */
    private void measureAll() {
        for (int patient = 0; patient < PATIENTS; patient++) {
            CaseWorld world = new CaseWorld(
                    STRAND,
                    AccessCase.world(
                            "retest",
                            "one of them is closed to Sora",
                            patient < PATIENTS - 1
                                    ? List.of()
                                    : List.of(Map.of("deny", Map.of("purpose", "TREAT", "actor", "sora")))));
            worlds.add(world);
            for (String day : List.of("2026-03-02", "2026-04-02")) {
                measured(world, day + "T09:00:00Z", 58);
                measured(world, day + "T09:30:00Z", 62);
            }
        }
    }

    private HttpResponse<String> asked(String token) {
        return STRAND.get(
                token, "Observation/$test-retest?metric=mean-shaft-diameter&method=" + method + "&device=" + device);
    }

    private static JsonNode said(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (JsonNode each : Answers.json(answer).path("parameter")) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static int number(HttpResponse<String> answer, String name) {
        return said(answer, name).path("valueInteger").asInt(-1);
    }

    @Test
    void isReckonedFromWhatItsReaderSeesAndUsedOnceItStandsInTheDevice() {
        measureAll();
        HttpResponse<String> toTom = asked(STRAND.token("tom"));
        HttpResponse<String> toSora = asked(STRAND.token("sora"));
        HttpResponse<String> toOwner = asked(STRAND.tokenOfPatient(worlds.get(0).item("patient")));

        assertThat(number(toTom, "pairs")).isEqualTo(10);
        assertThat(number(toTom, "patients")).isEqualTo(5);
        assertThat(said(toTom, "variation").path("valueDecimal").asDouble()).isEqualTo(4.7);
        assertThat(said(toTom, "standard-deviation").path("valueDecimal").asDouble())
                .isEqualTo(2.8);
        assertThat(number(toSora, "pairs")).isEqualTo(8);
        assertThat(number(toSora, "pairs-needed")).isEqualTo(2);
        assertThat(number(toSora, "patients-needed")).isEqualTo(1);
        assertThat(said(toSora, "device").isMissingNode()).isTrue();
        assertThat(number(toOwner, "pairs")).isEqualTo(2);
        assertThat(number(toOwner, "patients")).isEqualTo(1);
        assertThat(number(asked(STRAND.token("ito")), "pairs")).isZero();
        assertThat(asked(STRAND.token("rex")).statusCode()).isEqualTo(403);

        assertThat(source(STRAND.token("sora"))).isEqualTo("5.0 assumed");
        HttpResponse<String> kept = STRAND.put(
                STRAND.token("loader"),
                device,
                said(toTom, "device").path("resource").toString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        for (String token : List.of(
                STRAND.token("sora"), STRAND.tokenOfPatient(worlds.get(0).item("patient")))) {
            assertThat(source(token)).isEqualTo("4.7 test-retest");
        }
    }

    /** The error of the first point of the first patient's curve. */
    private String source(String token) {
        HttpResponse<String> trend = STRAND.get(
                token,
                "Observation/$trichometry-trend?metric=mean-shaft-diameter&zone=" + zone + "&patient="
                        + worlds.get(0).item("patient"));
        String found = "";
        for (JsonNode part : said(trend, "point").path("part")) {
            if (part.path("name").asText().equals("variation")) {
                found += part.path("valueDecimal").asDouble() + " ";
            } else if (part.path("name").asText().equals("variation-source")) {
                found += part.path("valueCode").asText();
            }
        }
        return found;
    }

    @Test
    void keepsNoFigureOfTooFew() {
        ObjectNode known = (ObjectNode) Answers.json(STRAND.get(STRAND.token("loader"), device));
        ObjectNode figure = known.putArray("extension").addObject();
        figure.put("url", "https://strand.health/fhir/StructureDefinition/repeatability");
        var parts = figure.putArray("extension");
        parts.addObject().put("url", "metric").put("valueCode", "hair-density");
        parts.addObject().put("url", "method").put("valueCode", method);
        for (String each : List.of("variation", "low", "high")) {
            parts.addObject().put("url", each).put("valueDecimal", 1.5);
        }
        parts.addObject().put("url", "pairs").put("valuePositiveInt", 3);
        parts.addObject().put("url", "patients").put("valuePositiveInt", 1);
        parts.addObject().put("url", "date").put("valueDate", "2026-03-02");

        HttpResponse<String> refused = STRAND.put(STRAND.token("loader"), device, known.toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("hr-repeat-1");
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        for (String query : List.of("", "?device=Device/x", "?device=Device/x&method=m&metric=beauty")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token("tom"), "Observation/$test-retest" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains("such as");
        }
    }
}
