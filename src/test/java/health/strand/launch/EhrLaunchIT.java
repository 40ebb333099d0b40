package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.launch.Visitor.Place;
import health.strand.receipts.ReceiptSeal;
import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Apps that are started from the EHR, for what is open there. */
class EhrLaunchIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String WANTED = "openid fhirUser launch patient/*.rs user/*.rs";

    private final Visitor visitor = new Visitor(App.REDIRECT);
    private final App app = Apps.ofTheClinic();

    @Test
    void launchesForWhatIsOpenInTheEhr() throws IOException {
        String encounter = encounterOf("ana");
        String study = first("ImagingStudy", "ana");
        Request request = launching(handle("""
                {"client_id": "strand-app", "patient": "%s", "encounter": "%s", "intent": "compare scans", "tenant": "north",
                 "need_patient_banner": false,
                 "fhirContext": [{"reference": "%s"}]}""".formatted(STRAND.id("ana"), encounter, study)));
        Answer answer = app.exchange(request, visitor.signIn(app, request, "sora"));

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.text("patient")).isEqualTo(STRAND.id("ana"));
        assertThat(answer.text("encounter")).isEqualTo(encounter);
        assertThat(answer.text("intent")).isEqualTo("compare scans");
        assertThat(answer.text("tenant")).isEqualTo("north");
        assertThat(answer.json().path("need_patient_banner").asBoolean(true)).isFalse();
        assertThat(answer.json().path("fhirContext").path(0).path("reference").asText())
                .isEqualTo(study);
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.http().headers().firstValue("Pragma")).contains("no-cache");
        Answer again = app.refresh(answer.text("refresh_token"));
        Answer said = Introspection.of(again.text("access_token"));
        for (String name : new String[] {
            "patient", "encounter", "intent", "tenant", "need_patient_banner", "fhirContext", "smart_style_url"
        }) {
            assertThat(answer.json().has(name)).as(name).isTrue();
            assertThat(again.json().path(name)).as(name).isEqualTo(answer.json().path(name));
            assertThat(again.claims().path(name))
                    .as(name)
                    .isEqualTo(answer.json().path(name));
            assertThat(said.json().path(name)).as(name).isEqualTo(answer.json().path(name));
        }
        assertThat(STRAND.get(again.text("access_token"), study).statusCode()).isEqualTo(200);
    }

    /** A clinician opens a second patient while the first app has its code, but no token yet. */
    @Test
    void keepsTwoLaunchesOfOneAppApart() throws IOException {
        String ben = STRAND.id("ben");
        String kim = STRAND.id("kim");
        Request first = launching(handle("ito", forPatient(ben)));
        Fields firstTold = visitor.signIn(app, first, "ito");
        Request second = launching(handle("ito", forPatient(kim)));
        Fields secondTold = visitor.open(app.address(second)).told();

        Answer late = app.exchange(first, firstTold);
        Answer early = app.exchange(second, secondTold);

        for (int time = 0; time < 3; time++) {
            assertThat(late.text("patient")).isEqualTo(ben);
            assertThat(early.text("patient")).isEqualTo(kim);
            assertThat(late.claims().path("patient").asText()).isEqualTo(ben);
            assertThat(early.claims().path("patient").asText()).isEqualTo(kim);
            late = app.refresh(late.text("refresh_token"));
            early = app.refresh(early.text("refresh_token"));
        }
    }

    @Test
    void keepsScopesOfOnePatientToWhoeverIsOpen() throws IOException {
        Request request = app.request("openid fhirUser launch patient/*.rs");
        request.fields().set("launch", handle("ito", forPatient(STRAND.id("ben"))));
        String token =
                app.exchange(request, visitor.signIn(app, request, "ito")).text("access_token");

        assertThat(STRAND.get(token, "Patient/" + STRAND.id("ben")).statusCode())
                .isEqualTo(200);
        assertThat(STRAND.get(token, "Patient/" + STRAND.id("kim")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensALaunchOnce() throws IOException {
        String handle = handle(forPatient(STRAND.id("ana")));
        Request first = launching(handle);
        visitor.signIn(app, first, "sora");

        assertThat(visitor.open(app.address(launching(handle))).told().first("error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void opensALaunchForTheOneWhoBeganItInTheAppItIsFor() throws IOException {
        String handle = handle(forPatient(STRAND.id("ana")));
        App another = Apps.publicApp("test-another", client -> {});
        Request inAnotherApp = another.request(WANTED);
        inAnotherApp.fields().set("launch", handle);

        assertThat(visitor.logIn(visitor.open(app.address(launching(handle))), "ito")
                        .told()
                        .first("error"))
                .isEqualTo("invalid_request");
        Visitor sora = new Visitor(App.REDIRECT);
        assertThat(sora.signIn(another, inAnotherApp, "sora").first("error")).isEqualTo("invalid_request");
    }

    @Test
    void opensNothingThatTheRecordServerDidNotSignForThisRealmJustNow() {
        ReceiptSeal seal = STRAND.bean(ReceiptSeal.class);
        Place in = visitor.logIn(visitor.open(app.address(app.request("openid fhirUser user/*.rs"))), "sora");
        String sora = subject(in);
        Map<String, Object> good = claims(sora);

        assertThat(error(seal.sign("smart-launch+jwt", good))).isNull();
        assertThat(error(seal.sign("something-else", claims(sora)))).isEqualTo("invalid_request");
        assertThat(error(seal.sign(claims(sora)))).isEqualTo("invalid_request");
        assertThat(error(with(seal, sora, "exp", Instant.now().getEpochSecond() - 1)))
                .isEqualTo("invalid_request");
        assertThat(error(with(seal, sora, "exp", Instant.now().getEpochSecond() + 86_400)))
                .isEqualTo("invalid_request");
        assertThat(error(with(seal, sora, "aud", "https://other.example/realms/strand")))
                .isEqualTo("invalid_request");
        assertThat(error(with(seal, sora, "iss", "https://other.example/fhir"))).isEqualTo("invalid_request");
        assertThat(error(with(seal, sora, "jti", ""))).isEqualTo("invalid_request");
        String signed = seal.sign("smart-launch+jwt", claims(sora));
        assertThat(error(signed.substring(0, signed.length() - 4) + "AAAA")).isEqualTo("invalid_request");
        assertThat(error("123")).isEqualTo("invalid_request");
        assertThat(error(null)).isEqualTo("invalid_request");
    }

    @Test
    void givesNoHandleForWhatItsUserMayNotSee() throws IOException {
        HttpResponse<String> hidden = launch("sora", forPatient(STRAND.id("kim")));
        HttpResponse<String> missing = launch("sora", forPatient("nobody"));

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(missing.body());
        assertThat(launch("sora", forVisit(STRAND.id("ana"), encounterOf("kim")))
                        .body())
                .isEqualTo(missing.body());
        assertThat(launch("ito", forVisit(STRAND.id("kim"), encounterOf("kim"))).statusCode())
                .isEqualTo(200);
        assertThat(launch("ito", forVisit(STRAND.id("ben"), encounterOf("kim"))).body())
                .as("a visit of another patient")
                .isEqualTo(missing.body());
        assertThat(launch("mia", forPatient(STRAND.id("ana"))).body()).isEqualTo(missing.body());
    }

    @Test
    void givesHandlesToTheClinicsOwnAppsOnly() {
        String inOthersApp = STRAND.tokenIn(RunningStrand.VOX, "sora", "openid fhirUser user/*.cruds");

        assertThat(Apps.launch(inOthersApp, forPatient(STRAND.id("ana"))).statusCode())
                .isEqualTo(403);
        assertThat(Apps.launch(STRAND.token("loader"), forPatient(STRAND.id("ana")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Apps.launch("none", forPatient(STRAND.id("ana"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        for (String body : new String[] {
            "",
            "[]",
            "{}",
            "{\"client_id\": 7}",
            "{\"client_id\": \"a\", \"patient\": \"../x\"}",
            "{\"client_id\": \"a\", \"tenants\": \"b\"}",
            "{\"client_id\": \"a\", \"fhirContext\": [{}]}",
            "{\"client_id\": \"a\", \"fhirContext\": [{\"reference\": \"Patient/x\"}]}"
        }) {
            HttpResponse<String> answer = launch("sora", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("invalid_request", "error_description");
        }
    }

    private String with(ReceiptSeal seal, String subject, String name, Object value) {
        Map<String, Object> claims = claims(subject);
        claims.put(name, value);
        return seal.sign("smart-launch+jwt", claims);
    }

    private Map<String, Object> claims(String subject) {
        return new HashMap<>(Map.of(
                "iss", STRAND.base(),
                "aud", Apps.issuer(),
                "sub", subject,
                "client_id", "strand-app",
                "patient", STRAND.id("ana"),
                "jti", UUID.randomUUID().toString(),
                "exp", Instant.now().getEpochSecond() + 60));
    }

    private String subject(Place in) {
        assertThat(in.isBack()).isTrue();
        return App.claimsOf(STRAND.token("sora")).path("sub").asText();
    }

    private @org.jspecify.annotations.Nullable String error(@org.jspecify.annotations.Nullable String handle) {
        Request request = app.request(WANTED);
        request.fields().set("launch", handle);
        return visitor.open(app.address(request)).told().first("error");
    }

    private Request launching(String handle) {
        Request request = app.request(WANTED);
        request.fields().set("launch", handle);
        return request;
    }

    private static String forPatient(String patient) {
        return "{\"client_id\": \"strand-app\", \"patient\": \"" + patient + "\"}";
    }

    private static String forVisit(String patient, String encounter) {
        return "{\"client_id\": \"strand-app\", \"patient\": \"" + patient + "\", \"encounter\": \"" + encounter
                + "\"}";
    }

    private static String handle(String body) throws IOException {
        return handle("sora", body);
    }

    private static String handle(String persona, String body) throws IOException {
        HttpResponse<String> answer = launch(persona, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode said = new ObjectMapper().readTree(answer.body());
        assertThat(said.path("iss").asText()).isEqualTo(STRAND.base());
        return said.path("launch").asText();
    }

    private static HttpResponse<String> launch(String persona, String body) {
        return Apps.launch(STRAND.token(persona), body);
    }

    private static String encounterOf(String persona) throws IOException {
        String reference = first("Encounter", persona);
        return reference.substring("Encounter/".length());
    }

    private static String first(String type, String persona) throws IOException {
        JsonNode bundle = new ObjectMapper()
                .readTree(STRAND.get(
                                STRAND.token("loader"), type + "?subject=Patient/" + STRAND.id(persona) + "&_count=1")
                        .body());
        return type + "/"
                + bundle.path("entry").path(0).path("resource").path("id").asText();
    }
}
