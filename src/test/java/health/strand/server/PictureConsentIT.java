package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.imaging.OnePixel;
import health.strand.imaging.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No picture of a patient is stored that the patient's consents do not cover for what it is taken for. */
class PictureConsentIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Map<String, Object> NO_PICTURES =
            Map.of("deny", Map.of("purpose", "TREAT", "action", "collect"), "kind", "imaging");
    private static final Map<String, Object> RESEARCH =
            Map.of("permit", Map.of("purpose", "HRESCH"), "kind", "research");
    private static final String ANOTHER = Base64.getEncoder().encodeToString(Pictures.of("png", 8, 6));
    private static final String IMAGING =
            "access denied: the patient's consents do not cover taking this picture for `TREAT`; it takes a consent on the"
                    + " topic `imaging`";

    private final String sora = STRAND.token("sora");
    private final List<CaseWorld> worlds = new ArrayList<>();

    @AfterEach
    void withdrawAll() {
        worlds.forEach(CaseWorld::withdrawAll);
    }

    @SafeVarargs
    private CaseWorld world(Map<String, Object>... consents) {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("pictures", "taking pictures", List.of(consents)));
        worlds.add(world);
        return world;
    }

    /** A way on which a new picture is sent. */
    private enum Way {
        BINARY,
        RAW,
        MEDIA,
        STUDY,
        DOCUMENT,
        UPDATE,
        PATCH,
        TRANSACTION,
        BATCH
    }

    private static HttpResponse<String> send(Way way, String token, CaseWorld world) {
        String patient = world.item("patient");
        String file = world.item("file");
        return switch (way) {
            case BINARY -> STRAND.post(token, "Binary", binary(patient, ""));
            case RAW ->
                STRAND.send(STRAND.request(token, "Binary")
                        .header("Content-Type", "image/png")
                        .header("X-Security-Context", patient)
                        .POST(BodyPublishers.ofByteArray(Base64.getDecoder().decode(OnePixel.PNG))));
            case MEDIA -> STRAND.post(token, "Media", media(patient, ""));
            case STUDY -> STRAND.post(token, "ImagingStudy", study(patient, ""));
            case DOCUMENT -> STRAND.post(token, "DocumentReference", document(patient));
            case UPDATE ->
                STRAND.put(
                        token,
                        file,
                        binary(patient, "'id':'" + file.substring("Binary/".length()) + "',")
                                .replace(OnePixel.PNG, ANOTHER));
            case PATCH -> patch(token, world.item("study"));
            case TRANSACTION -> STRAND.post(token, "", Records.bundle("transaction", media(patient, "")));
            case BATCH -> STRAND.post(token, "", Records.bundle("batch", media(patient, "")));
        };
    }

    private static HttpResponse<String> patch(String token, String media) {
        String change = "[{'op':'replace','path':'/content','value':{'contentType':'image/png','data':'" + OnePixel.PNG
                + "'}}]";
        return STRAND.send(STRAND.request(token, media)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(json(change))));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String binary(String patient, String more) {
        return json("{'resourceType':'Binary'," + more + "'contentType':'image/png','securityContext':{'reference':'"
                + patient + "'},'data':'" + OnePixel.PNG + "'}");
    }

    private static String media(String patient, String more) {
        return json("{'resourceType':'Media','status':'completed'," + more + "'subject':{'reference':'" + patient
                + "'},'content':{'contentType':'image/png','data':'" + OnePixel.PNG + "'}}");
    }

    private static String study(String patient, String more) {
        return json("{'resourceType':'ImagingStudy','status':'available'," + more + "'subject':{'reference':'" + patient
                + "'}}");
    }

    private static String document(String patient) {
        return json("{'resourceType':'DocumentReference','status':'current','subject':{'reference':'" + patient
                + "'},'content':[{'attachment':{'contentType':'image/png','data':'" + OnePixel.PNG + "'}}]}");
    }

    private static String reason(String purpose) {
        return "'reasonCode':[{'coding':[" + coding(purpose) + "]}],";
    }

    private static String label(String purpose) {
        return "'meta':{'security':[" + coding(purpose) + "]},";
    }

    private static String coding(String purpose) {
        return "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'" + purpose + "'}";
    }

    private static String refusal(HttpResponse<String> answer) {
        JsonNode outcome = Answers.json(answer);
        if (outcome.path("resourceType").asText().equals("Bundle")) {
            assertThat(outcome.at("/entry/0/response/status").asText()).startsWith("403");
            return outcome.at("/entry/0/response/outcome/issue/0/diagnostics").asText();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(outcome.at("/issue/0/code").asText()).isEqualTo("forbidden");
        return outcome.at("/issue/0/diagnostics").asText();
    }

    private static int stored(String patient) {
        String loader = STRAND.token("loader");
        int all = 0;
        for (String type : List.of("Media", "ImagingStudy", "DocumentReference")) {
            all += Answers.bundle(STRAND.get(loader, type + "?_summary=count&subject=" + patient))
                    .getTotal();
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void isTakenForCareByWhoTreatsUnlessThePatientDeniesIt(Way way) {
        CaseWorld open = world();
        assertThat(send(way, sora, open).statusCode()).isIn(200, 201);

        CaseWorld denying = world(NO_PICTURES);
        String patient = denying.item("patient");
        int before = stored(patient);
        assertThat(refusal(send(way, sora, denying))).isEqualTo(IMAGING);
        assertThat(refusal(send(way, STRAND.token("loader"), denying))).isEqualTo(IMAGING);
        assertThat(stored(patient)).isEqualTo(before);
        assertThat(STRAND.get(sora, denying.item("study")).statusCode()).isEqualTo(200);
        HttpResponse<String> own = send(way, STRAND.tokenOfPatient(patient), denying);
        assertThat(own.body()).doesNotContain("consents do not cover");
    }

    @Test
    void takesTheConsentOfThePurposeItNames() {
        CaseWorld world = world();
        String patient = world.item("patient");
        String topic = "access denied: the patient's consents do not cover taking this picture for `HRESCH`; it takes a"
                + " consent on the topic `research`";
        for (String more : List.of(reason("HRESCH"), label("HRESCH"))) {
            assertThat(refusal(STRAND.post(sora, "Media", media(patient, more))))
                    .isEqualTo(topic);
            assertThat(refusal(STRAND.post(sora, "ImagingStudy", study(patient, more))))
                    .isEqualTo(topic);
        }
        assertThat(refusal(STRAND.post(sora, "Binary", binary(patient, label("HRESCH")))))
                .isEqualTo(topic);
        assertThat(refusal(STRAND.post(sora, "Media", media(patient, reason("HMARKT")))))
                .endsWith("a consent on the topic `marketing`");
        assertThat(refusal(STRAND.post(sora, "Media", media(patient, reason("PUBHLTH")))))
                .endsWith("a consent that names this purpose");

        String agreed = world(RESEARCH).item("patient");
        for (String more : List.of(reason("HRESCH"), label("HRESCH"), reason("TREAT"))) {
            HttpResponse<String> answer = STRAND.post(sora, "Media", media(agreed, more));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        assertThat(refusal(STRAND.post(sora, "Media", media(agreed, reason("HMARKT")))))
                .endsWith("a consent on the topic `marketing`");
    }

    @Test
    void takesAnotherConsentWhenAnotherPurposeIsAddedLater() {
        CaseWorld world = world();
        String id = world.item("study").substring("Media/".length());
        String again = media(world.item("patient"), "'id':'" + id + "'," + reason("HRESCH"));
        assertThat(refusal(STRAND.put(sora, "Media/" + id, again))).endsWith("`research`");
    }

    @Test
    void refusesAPurposeThatNobodyKnows() {
        HttpResponse<String> answer = STRAND.post(sora, "Media", media(world().item("patient"), label("NOTE")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    }

    @Test
    void mayBeDescribedOtherwiseWhenNoNewOnesMayBeTaken() {
        CaseWorld world = world(NO_PICTURES);
        String media = world.item("study");
        String stored = STRAND.get(sora, media).body();
        HttpResponse<String> answer = STRAND.put(sora, media, stored.replace("\"completed\"", "\"stopped\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void isRefusedToWhoMayNotSeeThePatientAsForAPatientWhoNeverWas() {
        String ito = STRAND.token("ito");
        for (Map<String, Object> consent : List.of(NO_PICTURES, RESEARCH)) {
            String patient = world(consent).item("patient");
            for (String more : List.of("", reason("HRESCH"))) {
                HttpResponse<String> hidden = STRAND.post(ito, "Media", media(patient, more));
                HttpResponse<String> nobody = STRAND.post(ito, "Media", media("Patient/" + UUID.randomUUID(), more));
                assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(nobody.statusCode());
                assertThat(hidden.body()).isEqualTo(nobody.body()).doesNotContain("consent");
            }
        }
    }
}
