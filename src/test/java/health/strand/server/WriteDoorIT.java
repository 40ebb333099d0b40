package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What does not hold its profiles does not come in, by whatever way it is written. */
class WriteDoorIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final int MANY = 200;

    private final String loader = STRAND.token("loader");
    private final Records records = new Records(STRAND, loader);

    @Test
    void refusesAPanelThatLacksItsZoneThoughItDeclaresNoProfile() {
        HttpResponse<String> answer = STRAND.post(loader, "Observation", withoutZone(records.panel("ana")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode issue = Answers.json(answer).at("/issue/0");
        assertThat(issue.at("/expression/0").asText()).startsWith("Observation");
        assertThat(issue.at("/diagnostics").asText()).contains("bodySite").contains("hr-trichometry-panel");
        assertThat(issue.at("/details/text").asText()).isNotEmpty();
    }

    @Test
    void refusesAChangeThatBreaksTheRecordAndKeepsWhatWasThere() {
        JsonNode panel = records.panel("ana");
        String path = "Observation/" + panel.get("id").asText();

        assertThat(STRAND.put(loader, path, withoutZone(panel)).statusCode()).isEqualTo(422);
        assertThat(patch(path, "[{\"op\":\"remove\",\"path\":\"/bodySite\"}]").statusCode())
                .isEqualTo(422);

        JsonNode now = Answers.json(STRAND.get(loader, path));
        assertThat(now.at("/meta/versionId").asText())
                .isEqualTo(panel.at("/meta/versionId").asText());
        assertThat(now.has("bodySite")).isTrue();
    }

    @Test
    void namesTheEntryOfATransactionThatIsWrongAndStoresNone() {
        String family = UUID.randomUUID().toString();
        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                Records.bundle("transaction", Records.patient(family), "{\"resourceType\":\"Observation\"}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Answers.json(answer).at("/issue/0/expression/0").asText()).startsWith("Bundle.entry[1].resource");
        assertThat(Answers.bundle(STRAND.get(loader, "Patient?family=" + family))
                        .getTotal())
                .isZero();
    }

    @Test
    void refusesOnlyTheWrongEntriesOfABatchInTheirPlaces() {
        String family = UUID.randomUUID().toString();
        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                Records.bundle(
                        "batch",
                        Records.patient(family),
                        "{\"resourceType\":\"Observation\"}",
                        "{\"resourceType\":\"Condition\"}",
                        Records.patient(family)));

        JsonNode entries = Answers.json(answer).at("/entry");
        assertThat(entries.findValuesAsText("status").stream().map(status -> status.substring(0, 3)))
                .containsExactly("201", "422", "422", "201");
        assertThat(entries.get(2).at("/response/outcome/issue/0/expression/0").asText())
                .startsWith("Condition");
    }

    @Test
    void refusesTheExtensionThatMakesHapiLookAway() {
        String body = "{\"resourceType\":\"Patient\",\"extension\":[{\"url\":"
                + "\"http://hapifhir.io/fhir/StructureDefinition/resource-placeholder\",\"valueBoolean\":true}]}";

        HttpResponse<String> answer = STRAND.post(loader, "Patient", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not for clients to write");
    }

    @Test
    void keepsTheClaimOfAnotherGuideItCannotJudge() {
        HttpResponse<String> answer = STRAND.post(
                loader,
                "Observation",
                "{\"resourceType\":\"Observation\",\"meta\":{\"profile\":[\"" + US_CORE
                        + "\"]},\"status\":\"final\",\"code\":{\"text\":\"haemoglobin\"},\"subject\":{\"reference\":\"Patient/"
                        + STRAND.id("ana") + "\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Answers.json(answer).at("/meta/profile/0").asText()).isEqualTo(US_CORE);
    }

    @Test
    void saysOfAResourceWhatTheDoorWouldSay() {
        JsonNode panel = records.panel("ana");

        HttpResponse<String> good = STRAND.post(loader, "Observation/$validate", Records.unlabelled(panel));
        HttpResponse<String> bad = STRAND.post(loader, "Observation/$validate", withoutZone(panel));

        assertThat(Answers.json(good).at("/issue").findValuesAsText("severity"))
                .as(good.body())
                .doesNotContain("error", "fatal");
        assertThat(bad.body()).contains("error").contains("bodySite");
    }

    @Test
    void labelsWhatIsWrittenWithoutLabelsAndNeverLowersThem() {
        JsonNode marker =
                Answers.json(STRAND.get(loader, CaseWorld.openToGenetics(STRAND).item("marker")));
        HttpResponse<String> created = STRAND.post(loader, "Observation", Records.unlabelled(marker));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "Observation/" + Answers.json(created).at("/id").asText();
        assertThat(labels(path)).containsExactlyInAnyOrder("R", "GDIS");

        assertThat(STRAND.put(loader, path, Records.labelled(marker, path, "V")).statusCode())
                .isEqualTo(200);
        assertThat(labels(path)).containsExactlyInAnyOrder("V", "GDIS");

        assertThat(STRAND.put(loader, path, Records.labelled(marker, path, "N")).statusCode())
                .isEqualTo(200);
        assertThat(labels(path)).containsExactlyInAnyOrder("V", "GDIS");
    }

    @Test
    void cannotBeToldToForgetLabels() {
        HttpResponse<String> created = STRAND.post(
                loader,
                "Patient",
                "{\"resourceType\":\"Patient\",\"meta\":{\"security\":[{\"system\":\"" + CONFIDENTIALITY
                        + "\",\"code\":\"V\"}]}}");
        String path = "Patient/" + Answers.json(created).at("/id").asText();

        STRAND.send(STRAND.request(loader, path)
                .header("Content-Type", "application/fhir+json")
                .header("X-Meta-Snapshot-Mode", "TAG, PROFILE, SECURITY_LABEL")
                .PUT(BodyPublishers.ofString(
                        "{\"resourceType\":\"Patient\",\"id\":\"" + path.substring(8) + "\",\"active\":true}")));

        assertThat(labels(path)).containsExactly("V");
    }

    @Test
    void searchesByTheParametersOfThePackage() {
        JsonNode panel = records.panel("ana");
        String zone = panel.at("/bodySite/coding/0/code").asText();

        assertThat(Answers.json(STRAND.get(
                                loader,
                                "Observation?_summary=count&subject=Patient/" + STRAND.id("ana") + "&body-site="
                                        + zone))
                        .at("/total")
                        .asInt())
                .isPositive();
        assertThat(STRAND.get(loader, "metadata").body())
                .contains("\"body-site\"")
                .contains("https://strand.health/fhir/StructureDefinition/hr-trichometry-panel");
    }

    @Test
    void answersOthersWhileALongTransactionIsLookedAt() throws Exception {
        String[] panels = new String[MANY];
        JsonNode panel = records.panel("ana");
        for (int i = 0; i < MANY; i++) {
            panels[i] = Records.without(panel, "meta", "id", "encounter");
        }
        String bundle = Records.bundle("transaction", panels);
        CompletableFuture<HttpResponse<String>> sent =
                CompletableFuture.supplyAsync(() -> STRAND.post(loader, "", bundle));
        int reads = 0;
        while (!sent.isDone()) {
            assertThat(STRAND.get(loader, "Patient/" + STRAND.id("ana")).statusCode())
                    .isEqualTo(200);
            assertThat(STRAND.post(loader, "Patient", Records.patient("X")).statusCode())
                    .isEqualTo(201);
            reads++;
        }

        assertThat(sent.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        assertThat(reads).isGreaterThan(10);
    }

    @Test
    void takesAReferenceWithOurOwnAddressForOneIntoThisRecord() {
        String own = STRAND.base() + "/Patient/" + STRAND.id("ana");
        HttpResponse<String> created = STRAND.post(loader, "Observation", observation(own));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = Answers.json(created).at("/id").asText();

        assertThat(Answers.bundle(STRAND.get(loader, "Observation?_id=" + id + "&subject=Patient/" + STRAND.id("ana")))
                        .getTotal())
                .isEqualTo(1);
        assertThat(STRAND.post(loader, "Observation", observation(STRAND.base() + "/Patient/" + UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAPatchThatBringsInAQuery() {
        HttpResponse<String> created = STRAND.post(loader, "Observation", observation("Patient/" + STRAND.id("ana")));
        String path = "Observation/" + Answers.json(created).at("/id").asText();

        HttpResponse<String> answer =
                patch(path, "[{\"op\":\"add\",\"path\":\"/subject/reference\",\"value\":\"Patient?identifier=x\"}]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a patch may not hold a reference written as a query");
    }

    private static String observation(String patient) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":"
                + "{\"reference\":\"" + patient + "\"}}";
    }

    private List<String> labels(String path) {
        return Answers.json(STRAND.get(loader, path)).at("/meta/security").findValuesAsText("code");
    }

    private HttpResponse<String> patch(String path, String body) {
        return STRAND.send(STRAND.request(loader, path)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String withoutZone(JsonNode panel) {
        return Records.without(panel, "bodySite");
    }
}
