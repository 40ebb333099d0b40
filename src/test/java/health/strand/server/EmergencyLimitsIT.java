package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.imaging.OnePixel;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays shut in an emergency, that nothing leaves the record by it, and who has none. */
class EmergencyLimitsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NOBODY = UUID.randomUUID().toString();

    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("limits", "a patient", List.of()));
    private final String patient = world.item("patient");
    private final String ito = EmergencyIT.fresh("ito");
    private final Trail trail = new Trail(STRAND);

    @AfterEach
    void endAll() {
        EmergencyIT.endAll(trail);
    }

    private void open() {
        assertThat(EmergencyIT.open(ito, patient).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(ito, world.item("density")).statusCode()).isEqualTo(200);
    }

    private String stored(String type, String body) {
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).path("id").asText();
    }

    private String face() {
        String file = stored(
                "Binary",
                "{'resourceType':'Binary','contentType':'image/png','securityContext':{'reference':'" + patient
                        + "'},'data':'" + OnePixel.PNG + "'}");
        return stored(
                "Media",
                "{'resourceType':'Media','status':'completed','subject':{'reference':'" + patient
                        + "'},'extension':[{'url':'https://strand.health/fhir/StructureDefinition/"
                        + "recognizable-visual-features','valueBoolean':true}],"
                        + "'content':{'contentType':'image/png','url':'" + file + "'}}");
    }

    /** The same as for an id of nothing; the patient and the officer learn that it was tried. */
    private void isAbsent(String item) {
        String type = item.substring(0, item.indexOf('/'));
        HttpResponse<String> hidden = STRAND.get(ito, item);
        assertThat(hidden.statusCode()).as(item).isEqualTo(404);
        assertThat(Answers.normal(hidden, item.substring(type.length() + 1)))
                .isEqualTo(Answers.normal(STRAND.get(ito, type + "/" + NOBODY), NOBODY));
        assertThat(trail.lines(hidden)).containsExactly("read 8 hidden " + patient.substring(8) + " " + item);
    }

    /** S62. */
    @Test
    void keepsFacesAndGenesShut() {
        String face = face();
        String file = Answers.json(STRAND.get(STRAND.token("loader"), face))
                .at("/content/url")
                .asText();
        open();

        for (String item : List.of(world.item("marker"), world.item("family"), face, file)) {
            isAbsent(item);
        }
        assertThat(STRAND.get(ito, "Media?patient=" + patient).body())
                .contains(world.item("study"))
                .doesNotContain(face);
    }

    /** S62. */
    @Test
    void givesNothingAway() {
        open();
        for (String export : List.of(
                patient + "/$everything",
                patient + "/$privacy-summary",
                patient + "/$accounting-of-disclosures",
                patient + "/$emergencies",
                patient + "/$explain-access",
                world.item("study") + "/$de-identified?project=atlas")) {
            HttpResponse<String> answer = STRAND.get(ito, export);
            assertThat(answer.statusCode()).as(export + answer.body()).isIn(400, 403, 404);
            assertThat(answer.body()).as(export).doesNotContain(world.key(), world.item("density"));
            assertThat(trail.lines(answer)).as(export).isNotEmpty().noneMatch(line -> line.contains(" 0 "));
        }
    }

    /** S62: nor in a Bundle, of either kind and however the operation is written. */
    @ParameterizedTest
    @CsvSource({"batch,$", "batch,%24", "transaction,$", "transaction,%24"})
    void givesNothingAwayInABundle(String type, String dollar) {
        open();
        for (String export : List.of(patient + "/$everything", world.item("study") + "/$de-identified?project=atlas")) {
            String url = export.replace("$", dollar);
            HttpResponse<String> answer = STRAND.post(
                    ito,
                    "",
                    ("{'resourceType':'Bundle','type':'" + type + "','entry':[{'request':{'method':'GET','url':'" + url
                                    + "'}}]}")
                            .replace('\'', '"'));
            String entry = Answers.json(answer).at("/entry/0/response/status").asText();
            assertThat(entry.isEmpty() ? Integer.toString(answer.statusCode()) : entry)
                    .as(url + answer.body())
                    .startsWith("40");
            assertThat(answer.body()).as(url).doesNotContain(world.key(), world.item("density"));
        }
        assertThat(STRAND.get(ito, world.item("density")).statusCode()).isEqualTo(200);
    }

    /** S62: nobody is offered that, and in an emergency neither. */
    @Test
    void exportsNothing() {
        open();
        for (String export : List.of(patient + "/$export", "Patient/$export?patient=" + patient, "$export")) {
            HttpResponse<String> answer = STRAND.get(ito, export);
            assertThat(answer.statusCode()).as(export + answer.body()).isIn(400, 404);
            assertThat(answer.body()).as(export).doesNotContain(world.key(), world.item("density"));
        }
    }

    /** S62. */
    @Test
    void letsNobodyElseIn() {
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world)
                        .of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "otherPractice")), 0));
        open();

        for (String road : List.of("Consent", "Consent/$file", "Consent/$preview")) {
            HttpResponse<String> answer = STRAND.post(ito, road, consent);
            assertThat(answer.statusCode()).as(road + answer.body()).isEqualTo(403);
            assertThat(trail.lines(answer))
                    .as(road)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains(" 8 "));
        }
        assertThat(Answers.bundle(STRAND.get(STRAND.token("loader"), "Consent?patient=" + patient))
                        .getEntry())
                .isEmpty();
    }

    /** S62: what somebody else's app is shown has left the clinic. */
    @Test
    void isNotOpenInTheAppsOfOthers() {
        open();
        for (String app : List.of(RunningStrand.ADZ, RunningStrand.FIT)) {
            String token = STRAND.tokenIn(app, "ito", "openid fhirUser user/*.cruds");
            assertThat(STRAND.get(token, world.item("density")).statusCode())
                    .as(app)
                    .isIn(403, 404);
            assertThat(EmergencyIT.open(token, patient).statusCode()).as(app).isEqualTo(403);
        }
    }

    /** S61: an app alone, with nobody at it. */
    @Test
    void isForNoProgram() {
        String unknown = EmergencyIT.nameless(EmergencyIT.open(ito, "Patient/" + NOBODY));
        for (String token : List.of(STRAND.tokenAlone(RunningStrand.VOX_ALONE), STRAND.token("loader"))) {
            HttpResponse<String> refused = EmergencyIT.open(token, patient);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(EmergencyIT.nameless(refused)).isEqualTo(unknown);
            assertThat(trail.lines(refused))
                    .containsExactly(
                            "operation $break-glass 8 emergency-not-opened " + patient.substring(8) + " " + patient);
        }
        assertThat(trail.owner().queryForObject("select count(*) from strand.emergency", Integer.class))
                .isZero();
    }
}
