package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.embedded.KeycloakSetup;
import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.server.RunningStrand;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Long access ends with what it lives on: for data at once, and for tokens the next time they are renewed. */
class LongAccessIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final KeycloakSetup REALM = STRAND.parts().keycloak().setup();
    private static final String PATIENTS = "openid fhirUser launch/patient patient/*.rs offline_access";
    private static final String STAFF = "openid fhirUser user/*.rs offline_access";

    private final Visitor visitor = new Visitor(App.REDIRECT);
    private final String loader = STRAND.token("loader");

    private Answer signIn(App app, String scope, String account) {
        Request request = app.request(scope);
        Visitor.Place place = visitor.logIn(visitor.open(app.address(request)), account);
        for (int page = 0; page < 3 && !place.isBack(); page++) {
            place = visitor.submit(place, place.fields());
        }
        return app.exchange(request, place.told());
    }

    private static int read(Answer tokens, String path) {
        return STRAND.get(tokens.text("access_token"), path).statusCode();
    }

    @Test
    void endsAtOnceWhenAnAppIsDisconnected() {
        App app = Apps.ofTheClinic("test-long-disconnected");
        Answer tokens = signIn(app, PATIENTS, "ana");
        String own = "Patient/" + STRAND.id("ana");
        assertThat(read(tokens, own)).isEqualTo(200);

        String user = tokens.claims().path("sub").asText();
        assertThat(Apps.realm()
                        .send("DELETE", "/users/" + user + "/consents/" + app.client(), "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(read(tokens, own)).isEqualTo(401);
        assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void endsAtOnceWhenAPersonDisconnectsAnAppInTheirAccount() {
        App app = Apps.publicApp("test-long-account", client -> client.put("consentRequired", true));
        Answer tokens = signIn(app, PATIENTS, "ana");
        String own = "Patient/" + STRAND.id("ana");
        assertThat(read(tokens, own)).isEqualTo(200);

        String address = app.issuer() + "/account/applications/" + app.client() + "/consent";
        HttpRequest.Builder disconnection = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + accountToken())
                .header("Accept", "application/json")
                .DELETE();
        assertThat(STRAND.send(disconnection).statusCode()).isEqualTo(204);

        assertThat(read(tokens, own)).isEqualTo(401);
        assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    /** What the pages of the account work with. */
    private static String accountToken() {
        App account = new App(
                Apps.issuer(), STRAND.base(), "account-console", fields -> fields.set("client_id", "account-console"));
        String page = Apps.issuer() + "/account/";
        Request request = account.request("openid");
        request.fields().set("redirect_uri", page);
        Fields told = new Visitor(page).signIn(account, request, "ana");
        Answer answer = account.token(Fields.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                page,
                "code",
                String.valueOf(told.first("code")),
                "code_verifier",
                request.verifier()));
        return answer.text("access_token");
    }

    @Test
    void endsAtOnceWhenSomebodySignsOut() throws InterruptedException {
        App app = Apps.ofTheClinic("test-long-signed-out");
        Answer online = signIn(app, "openid fhirUser launch/patient patient/*.rs", "ana");
        String own = "Patient/" + STRAND.id("ana");
        assertThat(read(online, own)).isEqualTo(200);

        app.post("logout", Fields.of("refresh_token", online.text("refresh_token")));

        assertThat(read(online, own)).isEqualTo(401);
        // tokens tell time by the second
        Thread.sleep(1_100);
        assertThat(read(signIn(app, PATIENTS, "ana"), own)).isEqualTo(200);
    }

    @Test
    void endsAtOnceWhenAnAppGivesItsTokenBack() {
        App app = Apps.ofTheClinic("test-long-given-back");
        Answer tokens = signIn(app, PATIENTS, "ana");
        String own = "Patient/" + STRAND.id("ana");
        assertThat(read(tokens, own)).isEqualTo(200);

        app.post("revoke", Fields.of("token", tokens.text("access_token")));

        assertThat(read(tokens, own)).isEqualTo(401);
    }

    @Test
    void endsForSomebodyWhoHasLeftTheClinic() {
        String practitioner = SmallRecord.stored("Practitioner", "{'resourceType':'Practitioner','active':true}");
        String role = SmallRecord.stored("PractitionerRole", role(practitioner, "surgeon", true));
        String left = role(practitioner, "surgeon", false)
                .replace("{'res", "{'id':'" + role.substring("PractitionerRole/".length()) + "','res");
        App app = Apps.ofTheClinic("test-long-leaver");
        asSomebody("uni", practitioner, () -> {
            Answer tokens = renewed(app, signIn(app, STAFF, "uni"), practitioner);
            assertThat(STRAND.put(loader, role, left.replace('\'', '"')).statusCode())
                    .isEqualTo(200);

            assertThat(read(tokens, "Patient")).isEqualTo(403);
            assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        });
    }

    /** The tokens renewed, with which something is there. */
    private static Answer renewed(App app, Answer tokens, String path) {
        assertThat(read(tokens, path)).isEqualTo(200);
        Answer renewed = app.refresh(tokens.text("refresh_token"));
        assertThat(renewed.status()).as(renewed.http().body()).isEqualTo(200);
        return renewed;
    }

    /** S52. */
    @Test
    void endsForAVendorWithTheLastConsentItLivesOn() {
        String practitioner = SmallRecord.stored("Practitioner", "{'resourceType':'Practitioner','active':true}");
        SmallRecord.stored("PractitionerRole", role(practitioner, "analytics-vendor", true));
        String patient = SmallRecord.stored("Patient", "{'resourceType':'Patient','name':[{'family':'Long'}]}");
        String finding = SmallRecord.stored(
                "Observation",
                "{'resourceType':'Observation','status':'final','code':{'text':'density'},'subject':{'reference':'"
                        + patient + "'},'effectiveDateTime':'2026-01-10','valueQuantity':{'value':181}}");
        String consent = SmallRecord.stored(
                "Consent", SmallRecord.consent(patient, "HOPERAT", SmallRecord.RESTRICTED, practitioner));
        App app = Apps.ofTheClinic("test-long-vendor");
        asSomebody("adz", practitioner, () -> {
            Answer tokens = renewed(app, signIn(app, STAFF, "adz"), finding);
            SmallRecord.withdraw(consent);

            assertThat(read(tokens, finding)).isEqualTo(404);
            assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        });
    }

    /** S71. */
    @Test
    void endsForSomebodyWhoseMandateIsRevoked() {
        String patient = SmallRecord.stored(
                "Patient", "{'resourceType':'Patient','name':[{'family':'Long'}],'birthDate':'2015-01-01'}");
        String mandate = SmallRecord.stored("RelatedPerson", mandate(patient, true));
        App app = Apps.ofTheClinic("test-long-mandate");
        asSomebody("pat", mandate, () -> {
            Answer tokens = renewed(app, signIn(app, PATIENTS, "pat"), patient);
            String revoked = mandate(patient, false)
                    .replace("{'res", "{'id':'" + mandate.substring("RelatedPerson/".length()) + "','res");
            assertThat(STRAND.put(loader, mandate, revoked.replace('\'', '"')).statusCode())
                    .isEqualTo(200);

            assertThat(read(tokens, patient)).isNotEqualTo(200);
            assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        });
    }

    private static String mandate(String patient, boolean active) {
        return "{'resourceType':'RelatedPerson','active':" + active + ",'patient':{'reference':'" + patient
                + "'},'relationship':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode',"
                + "'code':'MTH'}]}]}";
    }

    @Test
    void waitsForARecordServerThatIsDown() {
        App app = Apps.ofTheClinic("test-long-waiting");
        Answer tokens = signIn(app, PATIENTS, "ana");
        REALM.setAudience("http://127.0.0.1:1/fhir");
        try {
            Answer waiting = app.refresh(tokens.text("refresh_token"));
            assertThat(waiting.status()).isEqualTo(503);
            assertThat(waiting.text("error")).isEqualTo("temporarily_unavailable");
        } finally {
            REALM.setAudience(STRAND.base());
        }
        Answer renewed = app.refresh(tokens.text("refresh_token"));
        assertThat(renewed.status()).as(renewed.http().body()).isEqualTo(200);
    }

    @Test
    void takesEventsOfNobodyElse() {
        String token = STRAND.token("ana");
        for (String event : new String[] {"", "x", token}) {
            HttpResponse<String> answer =
                    STRAND.send(HttpRequest.newBuilder(URI.create(STRAND.base().replace("/fhir", "/security-events")))
                            .header("Content-Type", "application/secevent+jwt")
                            .POST(BodyPublishers.ofString(event)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"err\":\"invalid_request\"");
        }
        assertThat(STRAND.get(token, "Patient/" + STRAND.id("ana")).statusCode())
                .isEqualTo(200);
    }

    /** Lends an account to somebody, for as long as they do something. */
    private static void asSomebody(String account, String fhirUser, Runnable work) {
        String owner = ("pat".equals(account) ? "RelatedPerson/" : "Practitioner/") + STRAND.id(account);
        REALM.linkAccount(account, fhirUser);
        try {
            work.run();
        } finally {
            REALM.linkAccount(account, owner);
        }
    }

    private static String role(String practitioner, String code, boolean active) {
        return "{'resourceType':'PractitionerRole','active':" + active + ",'practitioner':{'reference':'" + practitioner
                + "'},'organization':{'reference':'" + SmallRecord.clinic()
                + "'},'period':{'start':'2020-01-01'},'code':[{'coding':[{'system':'https://strand.health/fhir/CodeSystem/clinic-role','code':'"
                + code
                + "'}]}]}";
    }
}
