package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.demo.PersonaLogin;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the server writes down of requests: one entry for each patient and interaction, of what was really shown. */
class TrailIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final CaseWorld WORLD = CaseWorld.openToGenetics(STRAND);
    private static final CaseWorld OTHER = new CaseWorld(STRAND, AccessCase.world("trail", "nothing", List.of()));

    private final Trail trail = new Trail(STRAND);
    private final String sora = STRAND.token("sora");
    private final String loader = STRAND.token("loader");

    private static String patient(CaseWorld world) {
        return world.item("patient").substring("Patient/".length());
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    @Test
    void recordsWhoReadWhatOfWhom() {
        HttpResponse<String> answer = STRAND.get(sora, WORLD.item("density"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(trail.lines(answer)).containsExactly("read 0 " + patient(WORLD) + " " + WORLD.item("density"));
        JsonNode entry = trail.of(answer).get(0);
        assertThat(entry.path("person").asText()).isEqualTo("Practitioner/" + STRAND.id("sora"));
        assertThat(entry.path("client").asText()).isEqualTo("strand-app");
        assertThat(entry.at("/roles/0").asText()).isEqualTo("surgeon");
        assertThat(entry.at("/purposes/0").asText()).isEqualTo("TREAT");
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void recordsVersionsHistoriesAndFiles() {
        String density = WORLD.item("density");

        assertThat(trail.lines(STRAND.get(sora, density + "/_history/1")))
                .containsExactly("vread 0 " + patient(WORLD) + " " + density + "/_history/1");
        assertThat(trail.lines(STRAND.get(sora, density + "/_history")))
                .containsExactly("history-instance 0 " + patient(WORLD) + " " + density);
        assertThat(trail.lines(STRAND.get(sora, WORLD.item("file"))))
                .containsExactly("read 0 " + patient(WORLD) + " " + WORLD.item("file"));
    }

    @Test
    void recordsThatSomebodyTriedWhatIsNotOffered() {
        assertThat(trail.lines(STRAND.get(sora, WORLD.item("patient") + "/$nonsense")))
                .containsExactly("operation 4 not-offered");
        assertThat(trail.lines(STRAND.get(sora, "Nonsense/1"))).containsExactly("read 4 not-offered");
    }

    @Test
    void recordsASearchForEachPatientWhoseDataItShows() {
        HttpResponse<String> answer =
                STRAND.get(sora, "Observation?_id=" + id(WORLD.item("density")) + "," + id(OTHER.item("density")));

        assertThat(trail.lines(answer))
                .containsExactlyInAnyOrder("search 0 " + patient(WORLD), "search 0 " + patient(OTHER));
        assertThat(trail.of(answer))
                .allSatisfy(entry -> assertThat(entry.path("query").asText()).startsWith("Observation?_id="));
    }

    @Test
    void recordsNothingOfWhatASearchLeavesOut() {
        String hidden = somebody("Hidden");
        String found = Answers.json(STRAND.post(
                        loader,
                        "Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                                + "\"subject\":{\"reference\":\"" + hidden + "\"}}"))
                .at("/id")
                .asText();
        HttpResponse<String> answer = STRAND.get(sora, "Observation?_id=" + id(WORLD.item("density")) + "," + found);

        assertThat(trail.lines(answer)).containsExactly("search 0 " + patient(WORLD));
    }

    @Test
    void saysOfAPatientNamedInASearchThatNothingWasShown() {
        assertThat(trail.lines(
                        STRAND.get(STRAND.token("ito"), "Observation?patient=" + WORLD.item("patient") + "&_count=1")))
                .containsExactly("search 0 not-shown " + patient(WORLD));
        assertThat(trail.lines(STRAND.get(STRAND.token("ito"), "Observation?patient=Patient/" + UUID.randomUUID())))
                .containsExactly("search 0");
    }

    @Test
    void recordsWhatIsWritten() {
        String body = ("{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':{'reference':'"
                        + WORLD.item("patient") + "'}}")
                .replace('\'', '"');
        HttpResponse<String> created = STRAND.post(sora, "Observation", body);
        String id = Answers.json(created).at("/id").asText();
        String about = patient(WORLD) + " Observation/" + id;

        assertThat(trail.lines(created)).containsExactly("create 0 " + about);
        assertThat(trail.lines(STRAND.put(
                        sora,
                        "Observation/" + id,
                        body.replace("final", "amended").replaceFirst("\\{", "{\"id\":\"" + id + "\","))))
                .containsExactly("update 0 " + about);
        HttpResponse<String> patched = STRAND.send(STRAND.request(sora, "Observation/" + id)
                .header("Content-Type", "application/json-patch+json")
                .method(
                        "PATCH",
                        BodyPublishers.ofString("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"final\"}]")));
        assertThat(trail.lines(patched)).containsExactly("patch 0 " + about);
        assertThat(trail.lines(STRAND.delete(sora, "Observation/" + id))).containsExactly("delete 0 " + about);
    }

    @Test
    void recordsEveryEntryOfABatch() {
        String hidden = somebody("Batched");
        String batch = ("{'resourceType':'Bundle','type':'batch','entry':["
                        + "{'request':{'method':'GET','url':'" + WORLD.item("density") + "'}},"
                        + "{'request':{'method':'GET','url':'Observation?_id=" + id(OTHER.item("density")) + "'}},"
                        + "{'request':{'method':'GET','url':'" + hidden + "'}},"
                        + "{'request':{'method':'GET','url':'Claim?_count=1'}},"
                        + "{'resource':{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':"
                        + "{'reference':'" + WORLD.item("patient")
                        + "'}},'request':{'method':'POST','url':'Observation'}}"
                        + "]}")
                .replace('\'', '"');
        HttpResponse<String> answer = STRAND.post(sora, "", batch);
        String made = location(answer, 4);

        assertThat(trail.lines(answer))
                .containsExactlyInAnyOrder(
                        "read 0 " + patient(WORLD) + " " + WORLD.item("density"),
                        "search 0 " + patient(OTHER),
                        "read 8 hidden " + id(hidden) + " " + hidden,
                        "search 8 role-does-not-cover-type",
                        "create 0 " + patient(WORLD) + " " + made);
    }

    @Test
    void recordsWhatATransactionStoresUnderTheIdsItGets() {
        String name = "urn:uuid:" + UUID.randomUUID();
        String transaction = ("{'resourceType':'Bundle','type':'transaction','entry':[{'fullUrl':'" + name
                        + "','resource':" + Records.patient("Transacted")
                        + ",'request':{'method':'POST','url':'Patient'}},"
                        + "{'resource':{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':"
                        + "{'reference':'" + name + "'}},'request':{'method':'POST','url':'Observation'}},"
                        + "{'request':{'method':'GET','url':'" + WORLD.item("density") + "/_history/1'}}]}")
                .replace('\'', '"');
        HttpResponse<String> answer = STRAND.post(loader, "", transaction);
        String made = location(answer, 0);

        assertThat(trail.lines(answer))
                .containsExactlyInAnyOrder(
                        "create 0 " + id(made) + " " + made,
                        "create 0 " + id(made) + " " + location(answer, 1),
                        "vread 0 " + patient(WORLD) + " " + WORLD.item("density") + "/_history/1");
    }

    private static String location(HttpResponse<String> answer, int entry) {
        return Answers.json(answer)
                .at("/entry/" + entry + "/response/location")
                .asText()
                .replaceAll("/_history.*", "");
    }

    @Test
    void recordsATransactionThatIsRefusedAsOneAttempt() {
        String transaction =
                ("{'resourceType':'Bundle','type':'transaction','entry':[{'request':{'method':'GET','url':'"
                                + WORLD.item("density") + "'}},{'request':{'method':'GET','url':'Claim?_count=1'}}]}")
                        .replace('\'', '"');

        assertThat(trail.lines(STRAND.post(sora, "", transaction)))
                .containsExactly("transaction 8 role-does-not-cover-type " + patient(WORLD));
    }

    @Test
    void recordsAnOperationOnce() {
        assertThat(trail.lines(STRAND.get(sora, WORLD.item("patient") + "/$everything")))
                .containsExactly("operation $everything 0 " + patient(WORLD) + " " + WORLD.item("patient"));
    }

    @Test
    void recordsWhatAnOperationWritesWithItsName() {
        HttpResponse<String> filed =
                STRAND.post(STRAND.token("ana"), "Consent/$file", OwnConsent.letting(STRAND, "bo"));
        try {
            String consent = "Consent/"
                    + Answers.json(filed).at("/parameter/0/resource/id").asText();

            assertThat(trail.lines(filed)).contains("create $file 0 " + STRAND.id("ana") + " " + consent);
            assertThat(trail.lines(STRAND.post(
                            STRAND.token("ana"), consent + "/$revoke", "{\"resourceType\":\"Parameters\"}")))
                    .contains("update $revoke 0 " + STRAND.id("ana") + " " + consent)
                    .noneMatch(line -> line.startsWith("operation"));
            assertThat(trail.lines(STRAND.get(STRAND.token("ana"), consent + "/$receipt")))
                    .containsExactly("operation $receipt 0 " + STRAND.id("ana") + " " + consent);
        } finally {
            OwnConsent.removeAll(STRAND);
        }
    }

    @Test
    void recordsThatSomebodyWasSentToSignInStrongly() {
        String ana = STRAND.id("ana");
        String byPassword = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .accessToken("sora", "openid fhirUser user/*.rs");
        HttpResponse<String> refused = STRAND.get(byPassword, "FamilyMemberHistory?patient=" + ana);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(trail.lines(refused)).containsExactly("search 8 stronger-log-in-needed " + ana);
    }

    @Test
    void recordsADeniedAttemptAsOneAtThePatient() {
        String ana = STRAND.id("ana");
        HttpResponse<String> hidden = STRAND.get(STRAND.token("ito"), WORLD.item("density"));
        HttpResponse<String> never = STRAND.get(STRAND.token("ito"), "Observation/" + UUID.randomUUID());
        HttpResponse<String> refused = STRAND.get(STRAND.token("mia"), "Patient/" + ana);

        assertThat(trail.lines(hidden))
                .containsExactly("read 8 hidden " + patient(WORLD) + " " + WORLD.item("density"));
        assertThat(trail.lines(never)).hasSize(1).first().asString().startsWith("read 4 not-found Observation/");
        assertThat(trail.lines(refused)).containsExactly("read 8 role-does-not-cover-type " + ana + " Patient/" + ana);
        assertThat(Answers.normal(hidden, id(WORLD.item("density")))).isEqualTo(Answers.normal(never));
    }

    @Test
    void recordsNothingAsDoneThatWasNotDone() {
        String wrong = ("{'resourceType':'Observation','status':'no-such-status','code':{'text':'x'},"
                        + "'subject':{'reference':'" + WORLD.item("patient") + "'}}")
                .replace('\'', '"');
        HttpResponse<String> answer = STRAND.post(sora, "Observation", wrong);

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(trail.of(answer))
                .isNotEmpty()
                .noneMatch(entry -> "0".equals(entry.path("outcome").asText()));
    }

    @Test
    void holdsNoContent() {
        String canary = "Zyxtrail" + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> created = STRAND.post(loader, "Patient", Records.patient(canary));
        String path = "Patient/" + Answers.json(created).at("/id").asText();
        STRAND.get(loader, path);
        STRAND.get(loader, "Patient?_id=" + id(path));
        STRAND.get(STRAND.token("ito"), path);

        assertThat(trail.owner()
                        .queryForObject(
                                "select count(*) from strand.audit_event where patient = ?", Integer.class, id(path)))
                .isEqualTo(4);
        assertThat(trail.owner()
                        .queryForObject(
                                "select count(*) from strand.audit_event e where e::text like ?",
                                Integer.class,
                                "%" + canary + "%"))
                .isZero();
    }

    @Test
    void writesNothingDownOfOpenDocuments() {
        int before = count();
        STRAND.get("", "metadata");
        STRAND.get(sora, "metadata");

        assertThat(count()).isEqualTo(before);
    }

    private int count() {
        return trail.owner().queryForObject("select count(*) from strand.audit_event", Integer.class);
    }

    private String somebody(String family) {
        return "Patient/"
                + Answers.json(STRAND.post(loader, "Patient", Records.patient(family)))
                        .at("/id")
                        .asText();
    }

    @Test
    void keepsRecordsOfStaffApart() {
        HttpResponse<String> answer = STRAND.get(sora, "Practitioner/" + STRAND.id("ito"));

        assertThat(trail.lines(answer)).containsExactly("read 0 Practitioner/" + STRAND.id("ito"));
    }

    @Test
    void recordsAPatchInATransactionAsOne() {
        String density = WORLD.item("density");
        String patch = java.util.Base64.getEncoder()
                .encodeToString("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"amended\"}]"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                ("{'resourceType':'Bundle','type':'transaction','entry':[{'resource':{'resourceType':'Binary',"
                                + "'contentType':'application/json-patch+json','data':'" + patch
                                + "'},'request':{'method':'PATCH','url':'" + density + "'}}]}")
                        .replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(trail.lines(answer)).containsExactly("patch 0 " + patient(WORLD) + " " + density);
    }
}
