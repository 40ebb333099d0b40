package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.launch.Visitor.Place;
import health.strand.realm.ScopeCatalogue;
import health.strand.server.RunningStrand;
import org.junit.jupiter.api.Test;

/** Apps that are started by themselves, by patients and by staff. */
class StandaloneLaunchIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String LABORATORY =
            "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
    private static final String WANTED =
            "openid fhirUser offline_access launch/patient patient/Patient.rs patient/Observation.rs patient/Condition.rs";

    private final Visitor visitor = new Visitor(App.REDIRECT);

    @Test
    void letsAPatientGrantLessThanAnAppAsksFor() {
        App app = Apps.forPatients();
        Request request = app.request(WANTED);
        Place page = visitor.logIn(visitor.open(app.address(request)), "ana");

        assertThat(page.text())
                .contains("test-chart", "Read: who you are", "Laboratory results")
                .doesNotContain("Which record?");
        Place back = visitor.submit(
                page,
                page.fields()
                        .remove("scope", "patient/Observation.rs")
                        .remove("scope", "patient/Condition.rs")
                        .add("scope", LABORATORY)
                        .set("accept", "1"));
        Answer answer = app.exchange(request, back.told());

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.scopes())
                .contains("openid", "fhirUser", "offline_access", "launch/patient", "patient/Patient.rs", LABORATORY)
                .doesNotContain("patient/Observation.rs", "patient/Condition.rs");
        assertThat(answer.text("patient")).isEqualTo(STRAND.id("ana"));
        assertThat(answer.json().path("need_patient_banner").asBoolean()).isTrue();
        assertThat(answer.claims().path("patient").asText()).isEqualTo(STRAND.id("ana"));
        assertThat(answer.idClaims().path("fhirUser").asText()).isEqualTo("Patient/" + STRAND.id("ana"));
        assertThat(STRAND.get(answer.text("access_token"), "Patient/" + answer.text("patient"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(STRAND.get(answer.text("access_token"), "Condition").statusCode())
                .isEqualTo(403);
        assertThat(STRAND.get(answer.text("access_token"), answer.text("smart_style_url"))
                        .body())
                .contains("color_background");

        Answer refreshed = app.refresh(answer.text("refresh_token"));
        assertThat(refreshed.scopes()).containsExactlyInAnyOrderElementsOf(answer.scopes());
        assertThat(refreshed.text("patient")).isEqualTo(STRAND.id("ana"));
        assertThat(refreshed.claims().path("patient").asText()).isEqualTo(STRAND.id("ana"));
    }

    @Test
    void asksAPatientOnceForWhatTheyGranted() {
        App app = Apps.publicApp("test-once", client -> client.put("consentRequired", true));
        Request first = app.request("openid launch/patient patient/Patient.rs");
        Place page = visitor.logIn(visitor.open(app.address(first)), "ana");
        visitor.submit(page, page.fields().set("accept", "1")).told();

        Place again = visitor.open(app.address(app.request("openid launch/patient patient/Patient.rs")));
        assertThat(again.isBack()).isTrue();
        Place more =
                visitor.open(app.address(app.request("openid launch/patient patient/Patient.rs patient/Media.rs")));
        assertThat(more.isBack()).isFalse();
        Request insisting = app.request("openid launch/patient patient/Patient.rs");
        insisting.fields().set("prompt", "consent");
        assertThat(visitor.open(app.address(insisting)).isBack()).isFalse();
    }

    @Test
    void saysNoForAPersonWhoSaysNo() {
        App app = Apps.publicApp("test-refused", client -> client.put("consentRequired", true));
        Request request = app.request("openid launch/patient patient/Patient.rs");
        Place page = visitor.logIn(visitor.open(app.address(request)), "ana");
        Fields told = visitor.submit(page, page.fields().set("cancel", "1")).told();

        assertThat(told.first("error")).isEqualTo("access_denied");
        assertThat(told.first("state")).isEqualTo(request.state());
        assertThat(told.first("code")).isNull();
    }

    @Test
    void letsAClinicianChooseAmongThePatientsTheyTreat() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid fhirUser launch/patient patient/*.rs");
        Place page = visitor.logIn(visitor.open(app.address(request)), "ito");

        assertThat(page.text())
                .contains("Which record?", "Kim Sato", "Ben Okafor")
                .doesNotContain("Ana Ruiz");
        Place forged = visitor.submit(page, Fields.of("patient", STRAND.id("ana"), "accept", "1"));
        assertThat(forged.text()).contains("Choose whose record").doesNotContain("Ruiz");
        Place unknown = visitor.submit(forged, Fields.of("patient", "nobody", "accept", "1"));
        assertThat(unknown.text()).isEqualTo(forged.text());

        Fields told = visitor.submit(unknown, Fields.of("patient", STRAND.id("kim"), "accept", "1"))
                .told();
        Answer answer = app.exchange(request, told);
        assertThat(answer.text("patient")).isEqualTo(STRAND.id("kim"));
        assertThat(answer.text("scope")).contains("launch/patient");
    }

    @Test
    void keepsWhatWasGrantedWhenOnlyAPatientIsToBeChosen() {
        App app = Apps.publicApp("test-kept", client -> client.put("consentRequired", true));
        Request first = app.request("openid launch/patient patient/Patient.rs patient/Media.rs");
        Place page = visitor.logIn(visitor.open(app.address(first)), "ito");
        visitor.submit(page, page.fields().set("patient", STRAND.id("kim")).set("accept", "1"))
                .told();

        Request second = app.request("openid launch/patient patient/Patient.rs patient/Media.rs");
        Place patients = visitor.open(app.address(second));
        assertThat(patients.text()).contains("Which record?").doesNotContain("What may");
        Answer answer = app.exchange(
                second,
                visitor.submit(
                                patients,
                                patients.fields()
                                        .set("patient", STRAND.id("ben"))
                                        .set("accept", "1"))
                        .told());

        assertThat(answer.text("patient")).isEqualTo(STRAND.id("ben"));
        assertThat(answer.scopes()).contains("patient/Patient.rs", "patient/Media.rs");
        assertThat(visitor.open(app.address(app.request("openid launch/patient patient/Patient.rs")))
                        .text())
                .as("what was granted is granted still")
                .doesNotContain("What may");
    }

    @Test
    void refusesStaffWhoMayOpenNoPatient() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid launch/patient patient/*.rs");
        Fields told = visitor.signIn(app, request, "mia");

        assertThat(told.first("error")).isEqualTo("access_denied");
        assertThat(told.first("state")).isEqualTo(request.state());
    }

    @Test
    void opensTheOneRecordOfAGuardian() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid fhirUser launch/patient patient/*.rs");
        Answer answer = app.exchange(request, visitor.signIn(app, request, "pat"));

        assertThat(answer.text("patient")).isEqualTo(STRAND.id("kim"));
        assertThat(answer.idClaims().path("fhirUser").asText()).startsWith("RelatedPerson/");
    }

    @Test
    void takesAuthorizationRequestsByPost() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid fhirUser launch/patient patient/*.rs");
        Place page = visitor.post(app.endpoint("auth"), request.fields());
        Answer answer = app.exchange(request, visitor.logIn(page, "ana").told());

        assertThat(answer.text("patient")).isEqualTo(STRAND.id("ana"));
    }

    /** Keycloak as it comes drops a scope text of 4,000 characters in silence, and gives a token that opens nothing. */
    @Test
    void takesAllScopesThereAreAndRefusesATextThatIsTooLong() {
        App app = Apps.ofTheClinic();
        String all = "openid launch/patient " + String.join(" ", ScopeCatalogue.forApps());
        assertThat(all.length()).isBetween(4_001, 15_999);
        Request request = app.request(all);
        Place page = visitor.post(app.endpoint("auth"), request.fields());
        Answer answer = app.exchange(request, visitor.logIn(page, "ana").told());
        assertThat(answer.scopes())
                .containsAll(ScopeCatalogue.forApps().stream()
                        .filter(scope -> scope.startsWith("patient/"))
                        .toList());

        Request longer = app.request(all + " " + all);
        Place refused = new Visitor(App.REDIRECT).post(app.endpoint("auth"), longer.fields());
        assertThat(refused.isBack()).isFalse();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Invalid Request");
    }

    @Test
    void refusesATokenForAnotherServer() {
        App app = Apps.ofTheClinic();
        for (String audience : new String[] {"https://other.example/fhir", STRAND.base() + "/r5", ""}) {
            Request request = app.request("openid launch/patient patient/*.rs");
            request.fields().set("aud", audience.isEmpty() ? null : audience);
            Visitor fresh = new Visitor(App.REDIRECT);
            Fields told = fresh.signIn(app, request, "ana");
            assertThat(told.first("error")).as(audience).isEqualTo("invalid_request");
        }
    }

    @Test
    void takesTheAddressWithASlashForTheSame() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid launch/patient patient/*.rs");
        request.fields().set("aud", STRAND.base() + "/");

        assertThat(visitor.signIn(app, request, "ana").first("code")).isNotNull();
    }

    @Test
    void leavesWhatARoleDoesNotAllowOutOfTheToken() {
        App app = Apps.ofTheClinic();
        Request request = app.request("openid launch/patient patient/*.rs user/*.rs user/Observation.rs");
        Answer answer = app.exchange(request, visitor.signIn(app, request, "ana"));

        assertThat(answer.scopes()).contains("patient/*.rs").noneMatch(scope -> scope.startsWith("user/"));
    }
}
