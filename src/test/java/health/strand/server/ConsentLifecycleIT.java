package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient gives a consent and takes it back, and holds a receipt of both that anybody can verify. */
class ConsentLifecycleIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String ana = STRAND.token("ana");
    private final String bo = STRAND.token("bo");
    private final String patient = "Patient/" + STRAND.id("ana");
    private final Receipts receipts = Receipts.of(STRAND);

    @AfterAll
    static void leavesNothingBehind() {
        OwnConsent.removeAll(STRAND);
    }

    private HttpResponse<String> file() {
        return STRAND.post(ana, "Consent/$file", OwnConsent.letting(STRAND, "bo"));
    }

    private static String id(HttpResponse<String> answer) {
        return "Consent/" + Receipts.consent(answer).path("id").asText();
    }

    private HttpResponse<String> revoke(String token, String consent) {
        return STRAND.post(
                token,
                consent + "/$revoke",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"reason\",\"valueCodeableConcept\":"
                        + "{\"text\":\"I changed my mind\"}}]}");
    }

    private String density() {
        return "Observation/"
                + new Records(STRAND, loader).panel("ana").path("id").asText();
    }

    @Test
    void letsAPatientOfWhomNothingIsDecidedDecide() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("first", "nothing decided", List.of()));
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(Map.of("deny", Map.of("actor", "sora")), 0));

        HttpResponse<String> stored = STRAND.post(STRAND.tokenOfPatient(world.item("patient")), "Consent", consent);

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(STRAND.get(STRAND.token("sora"), world.item("density")).statusCode())
                .isEqualTo(404);
    }

    /** S54, S56. */
    @Test
    void opensTheRecordToANamedReaderClosesItAndOpensTheSameAgain() {
        String item = density();
        assertThat(STRAND.get(bo, item).statusCode()).isEqualTo(404);

        String consent = id(file());
        HttpResponse<String> seen = STRAND.get(bo, item);
        assertThat(seen.statusCode()).isEqualTo(200);

        assertThat(Receipts.consent(revoke(ana, consent)).path("status").asText())
                .isEqualTo("inactive");
        assertThat(STRAND.get(bo, item).statusCode()).isEqualTo(404);
        assertThat(Answers.bundle(STRAND.get(bo, "Observation?patient=" + patient))
                        .getEntry())
                .isEmpty();
        assertThat(STRAND.get(ana, consent).body()).contains("inactive");

        String again = id(file());
        assertThat(again).isNotEqualTo(consent);
        assertThat(STRAND.get(bo, item).body()).isEqualTo(seen.body());
        revoke(ana, again);
    }

    /** S56. */
    @Test
    @SuppressWarnings("unchecked")
    void givesAReceiptOfWhatWasPermittedAndOfWhatStopped() {
        HttpResponse<String> filed = file();
        String consent = id(filed);
        String first = Receipts.one(filed);
        String second = Receipts.one(revoke(ana, consent));

        Map<String, Object> given = receipts.claims(first);
        Map<String, Object> withdrawn = receipts.claims(second);
        Map<String, Object> rule = Map.of(
                "effect", "permit",
                "purposes", List.of("TREAT"),
                "labels", List.of("R"),
                "recipients", List.of("Practitioner/" + STRAND.id("bo")));
        assertThat(given)
                .containsEntry("iss", STRAND.base())
                .containsEntry("sub", patient)
                .containsEntry("event", "given")
                .containsEntry("consent", consent)
                .containsEntry("rules", List.of(rule))
                .containsEntry("stopped", List.of())
                .containsEntry("decided_by", List.of(patient))
                .containsEntry("recorded_by", patient)
                .containsEntry("source_sha256", sha256("the form"))
                .doesNotContainKey("previous_sha256");
        assertThat(withdrawn)
                .containsEntry("event", "withdrawn")
                .containsEntry("status", "inactive")
                .containsEntry("version", "2")
                .containsEntry("rules", List.of())
                .containsEntry("stopped", List.of(rule))
                .containsEntry("previous_sha256", sha256(first));
        assertThat((String) given.get("withdraw")).endsWith(consent + "/$revoke");
        assertThat(Receipts.in(STRAND.get(ana, consent + "/$receipt"))).containsExactly(first, second);
    }

    @Test
    void doesNotVerifyAReceiptOfWhichOneByteWasChanged() {
        HttpResponse<String> filed = file();
        String receipt = Receipts.one(filed);
        revoke(ana, id(filed));
        int at = receipt.indexOf('.') + 5;
        String changed = receipt.substring(0, at) + (receipt.charAt(at) == 'A' ? 'B' : 'A') + receipt.substring(at + 1);

        assertThat(receipts.verifies(receipt)).isTrue();
        assertThat(receipts.verifies(changed)).isFalse();
    }

    @Test
    void publishesTheKeysToEverybodyAndNothingPrivate() {
        HttpResponse<String> keys = Receipts.published(STRAND);

        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.headers().firstValue("content-type")).get().asString().contains("application/jwk-set+json");
        assertThat(Answers.json(keys).at("/keys/0/kid").asText()).isNotEmpty();
        assertThat(Answers.json(keys).at("/keys/0").has("d")).isFalse();
    }

    @Test
    void keepsTheReceiptInTheRecordAsTheSignatureOfAProvenance() {
        HttpResponse<String> filed = file();
        String consent = id(filed);
        String withdrawal = Receipts.one(revoke(ana, consent));

        List<JsonNode> provenance = Answers.json(STRAND.get(ana, "Provenance?target=" + consent + "&_sort=recorded"))
                .findValues("resource");

        assertThat(provenance).hasSize(2);
        JsonNode last = provenance.get(1);
        assertThat(last.at("/reason/0/text").asText()).isEqualTo("I changed my mind");
        assertThat(last.at("/entity/0/what/reference").asText()).isEqualTo(consent);
        assertThat(last.at("/agent/0/who/reference").asText()).isEqualTo(patient);
        assertThat(new String(
                        java.util.Base64.getDecoder()
                                .decode(last.at("/signature/0/data").asText()),
                        StandardCharsets.US_ASCII))
                .isEqualTo(withdrawal);
    }

    @Test
    void withdrawsTwiceWithOneAnswer() {
        String consent = id(file());

        HttpResponse<String> first = revoke(ana, consent);
        HttpResponse<String> second =
                STRAND.send(STRAND.request(ana, consent + "/$revoke").POST(BodyPublishers.noBody()));

        assertThat(Receipts.consent(second)).isEqualTo(Receipts.consent(first));
        assertThat(Receipts.one(second)).isEqualTo(Receipts.one(first));
    }

    @Test
    void filesAndWithdrawsByTheNamesOfFast() {
        HttpResponse<String> filed = STRAND.post(
                ana,
                "Consent/$fileConsent",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"Consent\",\"resource\":"
                        + OwnConsent.letting(STRAND, "bo") + "}]}");
        String consent = id(filed);
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(200);

        HttpResponse<String> ofAnother = revokeByFast(consent, "Patient/" + STRAND.id("ben"));
        assertThat(ofAnother.statusCode()).isEqualTo(404);
        HttpResponse<String> revoked = revokeByFast(consent, patient);

        assertThat(receipts.claims(Receipts.one(revoked))).containsEntry("event", "withdrawn");
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> revokeByFast(String consent, String whose) {
        return STRAND.post(
                ana,
                "Consent/$revokeConsent",
                ("{'resourceType':'Parameters','parameter':[{'name':'consent','valueReference':{'reference':'" + consent
                                + "'}},{'name':'patient','valueReference':{'reference':'" + whose + "'}}]}")
                        .replace('\'', '"'));
    }

    @Test
    void answersAStrangerAsIfTheConsentHadNeverExisted() {
        String consent = id(file());
        String nothing = "Consent/" + UUID.randomUUID();
        String ben = STRAND.token("ben");

        for (String operation : List.of("/$revoke", "/$receipt")) {
            HttpResponse<String> hidden = STRAND.post(ben, consent + operation, "{\"resourceType\":\"Parameters\"}");
            HttpResponse<String> missing = STRAND.post(ben, nothing + operation, "{\"resourceType\":\"Parameters\"}");
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(Answers.normal(hidden, consent)).isEqualTo(Answers.normal(missing, nothing));
        }
        assertThat(STRAND.get(ana, consent).body()).contains("active").doesNotContain("inactive");
        revoke(ana, consent);
    }

    @Test
    void refusesStaffWithoutTheRightWithOneText() {
        String consent = id(file());
        for (String who : List.of("sora", "rex", "mia", "bo")) {
            String token = STRAND.token(who);
            HttpResponse<String> there = revoke(token, consent);
            HttpResponse<String> nowhere = revoke(token, "Consent/" + UUID.randomUUID());

            assertThat(there.statusCode()).as(who).isEqualTo(403);
            assertThat(there.body()).isEqualTo(nowhere.body()).contains("Consent.u");
            assertThat(STRAND.post(token, "Consent/$file", OwnConsent.letting(STRAND, who))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(200);
        revoke(ana, consent);
    }

    @Test
    void deletesNoConsentForAPatientWhetherItIsThereOrNot() {
        String consent = id(file());
        HttpResponse<String> there = STRAND.delete(ana, consent);
        HttpResponse<String> nowhere = STRAND.delete(ana, "Consent/" + UUID.randomUUID());
        HttpResponse<String> conditional = STRAND.delete(ana, "Consent?patient=" + patient);

        assertThat(there.statusCode()).isEqualTo(403);
        assertThat(there.body()).isEqualTo(nowhere.body()).contains("$revoke");
        assertThat(conditional.statusCode()).isBetween(400, 499);
        assertThat(STRAND.get(ana, consent).body()).contains("active").doesNotContain("inactive");

        revoke(ana, consent);
        assertThat(STRAND.delete(ana, consent).body()).isEqualTo(there.body());
        // its receipts refer to it
        assertThat(STRAND.delete(loader, consent).statusCode()).isEqualTo(409);
    }

    @Test
    void wantsTheScopesOfAWriterWhoIsShownTheResult() {
        String reader = STRAND.token("ana", "openid fhirUser launch/patient patient/Consent.rs");
        String writer = STRAND.token("ana", "openid fhirUser launch/patient patient/*.cud");
        String consent = id(file());

        assertThat(STRAND.post(reader, "Consent/$file", OwnConsent.letting(STRAND, "bo"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(revoke(reader, consent).body()).contains("patient/Consent.u");
        assertThat(revoke(writer, consent).body()).contains("patient/Consent.r");
        assertThat(Receipts.in(STRAND.get(reader, consent + "/$receipt"))).hasSize(1);

        // whoever only writes takes the place of a consent all the same
        assertThat(STRAND.post(writer, "Consent", OwnConsent.letting(STRAND, "bo"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(STRAND.get(ana, consent).body()).contains("inactive");
    }

    @Test
    void withdrawsOnlyTheVersionThatIsMeant() {
        String consent = id(file());

        HttpResponse<String> stale = withVersion(consent, "7");
        HttpResponse<String> put = STRAND.send(STRAND.request(ana, consent)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"7\"")
                .PUT(BodyPublishers.ofString(STRAND.get(ana, consent).body())));
        assertThat(stale.statusCode()).isEqualTo(put.statusCode());
        assertThat(stale.body()).isEqualTo(put.body());
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(200);

        assertThat(withVersion(consent, "1").statusCode()).isEqualTo(200);
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> withVersion(String consent, String version) {
        return STRAND.send(STRAND.request(ana, consent + "/$revoke")
                .header("If-Match", "W/\"" + version + "\"")
                .POST(BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "transaction"})
    void takesNoOperationAsAnEntry(String type) {
        String consent = id(file());
        String family = UUID.randomUUID().toString();
        for (String url : List.of("Consent/$file", consent + "/$revoke")) {
            HttpResponse<String> answer = STRAND.post(
                    loader,
                    "",
                    "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{\"resource\":"
                            + Records.patient(family)
                            + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}},{\"resource\":"
                            + OwnConsent.letting(STRAND, "bo") + ",\"request\":{\"method\":\"POST\",\"url\":\"" + url
                            + "\"}}]}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("operation");
        }
        assertThat(Answers.bundle(STRAND.get(loader, "Patient?family=" + family))
                        .getTotal())
                .isZero();
        assertThat(STRAND.get(ana, consent).body()).doesNotContain("inactive");
        revoke(ana, consent);
    }

    /** The examples of the page are requests that work. */
    @Test
    void worksAsTheGuideShowsIt() throws IOException {
        List<String> shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("ig", "pages", "receipts.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        String consent = shown.get(0)
                .replace("ANA", STRAND.id("ana"))
                .replace("BO", STRAND.id("bo"))
                .replace("Organization/CLINIC", OwnConsent.clinic(STRAND))
                .replace("TODAY", LocalDate.now().toString());

        HttpResponse<String> filed = STRAND.post(ana, "Consent/$file", consent);
        HttpResponse<String> seen = STRAND.get(bo, density());
        HttpResponse<String> revoked = STRAND.post(ana, id(filed) + "/$revoke", shown.get(1));

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(Receipts.consent(revoked).path("status").asText()).isEqualTo("inactive");
        assertThat(STRAND.get(bo, density()).statusCode()).isEqualTo(404);
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
