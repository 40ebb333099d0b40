package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What apps keep for themselves. */
class AppStateIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String PLACE = STRAND.base().replace("/fhir", "/app-state");
    private static final String SYSTEM = "https://app.example";
    private static final String OF_STAFF = "openid fhirUser user/Basic.cruds";
    private static final String OF_PATIENTS = "openid fhirUser launch/patient patient/Basic.cruds user/Basic.cruds";

    private final String sora = STRAND.token("sora", OF_STAFF);
    private final String ana = STRAND.token("ana", OF_PATIENTS);
    private final String loader = STRAND.token("loader");

    private static String about(String persona) {
        return STRAND.base() + "/Patient/" + STRAND.id(persona);
    }

    private static String person(String persona) {
        return STRAND.base() + "/Practitioner/" + STRAND.id(persona);
    }

    /** No two tests meet under one code. */
    private static String code() {
        return "c-" + UUID.randomUUID();
    }

    private static String body(@Nullable String id, String code, @Nullable String subject, String text) {
        return "{\"resourceType\":\"Basic\"," + (id == null ? "" : "\"id\":\"" + id + "\",")
                + "\"code\":{\"coding\":[{\"system\":\"" + SYSTEM + "\",\"code\":\"" + code + "\"}]},"
                + (subject == null ? "" : "\"subject\":{\"reference\":\"" + subject + "\"},")
                + "\"extension\":[{\"url\":\"" + SYSTEM + "/v1\",\"valueString\":\"" + text + "\"}]}";
    }

    private static HttpResponse<String> post(String token, String body) {
        return STRAND.post(token, PLACE + "/Basic", body);
    }

    private static HttpResponse<String> put(String token, String id, @Nullable String tag, String body) {
        HttpRequest.Builder request = STRAND.request(token, PLACE + "/Basic/" + id)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body));
        return STRAND.send(tag == null ? request : request.header("If-Match", tag));
    }

    private static HttpResponse<String> delete(String token, String id, @Nullable String tag) {
        HttpRequest.Builder request =
                STRAND.request(token, PLACE + "/Basic/" + id).DELETE();
        return STRAND.send(tag == null ? request : request.header("If-Match", tag));
    }

    private static HttpResponse<String> get(String token, String id) {
        return STRAND.get(token, PLACE + "/Basic/" + id);
    }

    private static HttpResponse<String> search(String token, String code, @Nullable String subject) {
        return STRAND.get(
                token,
                PLACE + "/Basic?code=" + SYSTEM + "%7C" + code
                        + (subject == null ? "&subject:missing=true" : "&subject=" + subject));
    }

    private static List<Basic> found(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
        return bundle.getEntry().stream()
                .map(entry -> (Basic) entry.getResource())
                .toList();
    }

    private static Basic basic(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Basic.class, answer.body());
    }

    private static String created(String token, String code, @Nullable String subject) {
        return basic(post(token, body(null, code, subject, "kept")), 201)
                .getIdElement()
                .getIdPart();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome", text).doesNotContain("HAPI-");
    }

    @Test
    void keepsFindsChangesAndForgetsWhatAnAppKeepsAboutItsUser() {
        String code = code();
        HttpResponse<String> made = post(sora, body(null, code, person("sora"), "{\\\"view\\\":\\\"scans\\\"}"));
        Basic kept = basic(made, 201);
        String id = kept.getIdElement().getIdPart();

        assertThat(made.headers().firstValue("ETag")).hasValue("W/\"1\"");
        assertThat(made.headers().firstValue("Location")).hasValue(PLACE + "/Basic/" + id + "/_history/1");
        assertThat(kept.getMeta().getVersionId()).isEqualTo("1");
        assertThat(kept.getSubject().getReference()).isEqualTo(person("sora"));
        assertThat(kept.getExtension().get(0).getValue().primitiveValue()).isEqualTo("{\"view\":\"scans\"}");
        assertThat(found(search(sora, code, person("sora")))).singleElement().satisfies(each -> assertSame(each, kept));
        assertSame(basic(get(sora, id), 200), kept);
        assertThat(get(sora, id + "/_history/1").statusCode()).isEqualTo(200);

        HttpResponse<String> changed = put(sora, id, "W/\"1\"", body(id, code, person("sora"), "new"));

        assertThat(basic(changed, 200).getMeta().getVersionId()).isEqualTo("2");
        assertThat(changed.headers().firstValue("ETag")).hasValue("W/\"2\"");
        assertThat(get(sora, id).body()).contains("\"new\"");
        assertThat(get(sora, id + "/_history/1").statusCode()).isEqualTo(404);

        assertThat(delete(sora, id, "W/\"2\"").statusCode()).isIn(200, 204);
        assertThat(get(sora, id).statusCode()).isEqualTo(404);
        assertThat(found(search(sora, code, person("sora")))).isEmpty();
        assertThat(put(sora, id, "W/\"2\"", body(id, code, person("sora"), "again"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(delete(sora, id, "W/\"2\"").statusCode()).isEqualTo(412);
    }

    @Test
    void changesNothingThatIsNotAsTheAppHasSeenIt() {
        String code = code();
        String id = created(sora, code, person("sora"));
        String same = body(id, code, person("sora"), "late");

        assertRefused(put(sora, id, null, same), 400, "If-Match");
        assertRefused(delete(sora, id, null), 400, "If-Match");
        for (String tag : List.of("W/\"2\"", "\"x\"", "*")) {
            assertRefused(put(sora, id, tag, same), 412, "in this version");
            assertRefused(delete(sora, id, tag), 412, "in this version");
        }
        assertRefused(put(sora, id, "W/\"1\"", body(id, code(), person("sora"), "x")), 412, "with this code");
        assertRefused(put(sora, id, "W/\"1\"", body(id, code, null, "x")), 412, "subject");
        assertThat(get(sora, id).body()).contains("\"kept\"");
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void keepsTwoAppsApart() {
        String code = code();
        String other = STRAND.tokenIn(RunningStrand.FIT, "ana", OF_PATIENTS);
        String id = created(ana, code, about("ana"));

        assertThat(found(search(ana, code, about("ana")))).hasSize(1);
        assertThat(found(search(other, code, about("ana")))).isEmpty();
        assertThat(get(other, id).statusCode()).isEqualTo(404);
        assertThat(put(other, id, "W/\"1\"", body(id, code, about("ana"), "mine"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(delete(other, id, "W/\"1\"").statusCode()).isEqualTo(412);
        assertThat(delete(ana, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void keepsTwoUsersOfOneAppApart() {
        String code = code();
        String tom = STRAND.token("tom", OF_STAFF);
        String id = created(sora, code, person("sora"));

        assertThat(found(search(tom, code, person("sora")))).isEmpty();
        assertThat(get(tom, id).statusCode()).isEqualTo(404);
        assertRefused(post(tom, body(null, code, person("sora"), "x")), 403, "outside the requester's reach");
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void sharesWhatIsAboutNobodyAndLetsPatientsOnlyReadIt() {
        String code = code();
        String id = created(sora, code, null);

        assertThat(found(search(STRAND.token("tom", OF_STAFF), code, null))).hasSize(1);
        assertThat(found(search(ana, code, null))).hasSize(1);
        assertThat(get(ana, id).statusCode()).isEqualTo(200);
        assertRefused(post(ana, body(null, code, null, "x")), 403, "outside the requester's reach");
        assertThat(put(ana, id, "W/\"1\"", body(id, code, null, "x")).statusCode())
                .isEqualTo(403);
        assertThat(delete(ana, id, "W/\"1\"").statusCode()).isEqualTo(412);
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void holdsToThePatientInContextAndToTheScope() {
        String code = code();
        String narrow = STRAND.token("ana", "openid fhirUser launch/patient patient/Basic.rs");
        String id = created(ana, code, about("ana"));
        String shared = created(sora, code, null);

        assertThat(found(search(narrow, code, about("ana")))).hasSize(1);
        assertThat(found(search(narrow, code, null))).isEmpty();
        assertThat(get(narrow, shared).statusCode()).isEqualTo(404);
        assertRefused(post(narrow, body(null, code, about("ana"), "x")), 403, "missing scope `patient/Basic.c`");
        assertRefused(delete(narrow, id, "W/\"1\""), 403, "missing scope `patient/Basic.d`");
        assertRefused(
                search(STRAND.token("sora", "openid fhirUser user/Observation.rs"), code, null),
                403,
                "missing scope `user/Basic.s`");
        assertThat(found(search(STRAND.token("ana"), code, about("ana"))))
                .as("a wildcard")
                .hasSize(1);
        assertThat(delete(ana, id, "W/\"1\"").statusCode()).isIn(200, 204);
        assertThat(delete(sora, shared, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void takesStateOutOfSightWithThePatientItIsAbout() {
        String code = code();
        String patient = made(
                "Patient",
                "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:strand:test\",\"value\":\"" + code
                        + "\"}]}");
        String team = made("CareTeam", team("", patient, "active"));
        String subject = STRAND.base() + "/" + patient;
        String id = created(sora, code, subject);
        assertThat(found(search(sora, code, subject))).hasSize(1);

        assertThat(STRAND.put(loader, team, team(team, patient, "inactive")).statusCode())
                .isEqualTo(200);

        String nobody = STRAND.base() + "/Patient/" + UUID.randomUUID();
        String never = UUID.randomUUID().toString();
        assertSame(get(sora, id), get(sora, never), id, never);
        assertSame(search(sora, code, subject), search(sora, code, nobody), tail(subject), tail(nobody));
        assertSame(
                put(sora, id, "W/\"1\"", body(id, code, subject, "x")),
                put(sora, never, "W/\"1\"", body(never, code, nobody, "x")),
                id,
                never);
        assertSame(delete(sora, id, "W/\"1\""), delete(sora, never, "W/\"1\""), id, never);
        assertSame(
                post(sora, body(null, code, subject, "x")),
                post(sora, body(null, code, nobody, "x")),
                tail(subject),
                tail(nobody));

        assertThat(STRAND.put(loader, team, team(team, patient, "active")).statusCode())
                .isEqualTo(200);
        assertThat(found(search(sora, code, subject))).hasSize(1);
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
        assertThat(STRAND.delete(loader, team).statusCode()).isIn(200, 204);
        assertThat(STRAND.delete(loader, patient).statusCode()).isIn(200, 204);
    }

    private static String tail(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String team(String id, String patient, String status) {
        return "{\"resourceType\":\"CareTeam\","
                + (id.isEmpty() ? "" : "\"id\":\"" + id.replace("CareTeam/", "") + "\",")
                + "\"status\":\"" + status + "\",\"subject\":{\"reference\":\"" + patient
                + "\"},\"participant\":[{\"member\":{\"reference\":\"Practitioner/" + STRAND.id("sora") + "\"}}]}";
    }

    private String made(String type, String body) {
        HttpResponse<String> answer = STRAND.post(loader, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(STRAND.base().length() + 1, location.indexOf("/_history"));
    }

    /** Parsed from a bundle or alone, ids are of different length. */
    private static void assertSame(Basic one, Basic other) {
        assertThat(one.getIdElement().getIdPart())
                .isEqualTo(other.getIdElement().getIdPart());
        Basic bare = one.copy();
        bare.setIdElement(other.getIdElement());
        assertThat(bare.equalsDeep(other)).isTrue();
    }

    private static void assertSame(
            HttpResponse<String> hidden, HttpResponse<String> never, String hiddenId, String neverId) {
        assertThat(plain(hidden, hiddenId)).isEqualTo(plain(never, neverId));
        assertThat(hidden.statusCode()).isEqualTo(never.statusCode());
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(never.headers().map().keySet());
    }

    /** Without what is said back of the request, and what is drawn for each answer. */
    private static String plain(HttpResponse<String> answer, String id) {
        return answer.body()
                .replace(id, "ID")
                .replaceAll("\"id\": ?\"[^\"]*\"", "id")
                .replaceAll("\"lastUpdated\": ?\"[^\"]*\"", "time");
    }

    @Test
    void keepsTheStateOfAPersonsRole() {
        String code = code();
        String found = Answers.bundle(STRAND.get(loader, "PractitionerRole?practitioner=" + STRAND.id("sora")))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        String role = STRAND.base() + "/PractitionerRole/" + found;
        String id = created(sora, code, role);

        assertThat(found(search(STRAND.token("tom", OF_STAFF), code, role))).isEmpty();
        assertThat(found(search(sora, code, role))).hasSize(1);
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void keepsTheStateOfABackEndApartFromThatOfAnApp() {
        String code = code();
        String shared = created(loader, code, null);
        String one = created(loader, code, about("ana"));

        assertThat(found(search(loader, code, null))).hasSize(1);
        assertThat(found(search(loader, code, about("ana")))).hasSize(1);
        assertThat(found(search(sora, code, null))).isEmpty();
        assertThat(found(search(ana, code, about("ana")))).isEmpty();
        for (String id : List.of(shared, one)) {
            assertThat(get(sora, id).statusCode()).isEqualTo(404);
            assertThat(delete(loader, id, "W/\"1\"").statusCode()).isIn(200, 204);
        }
    }

    @Test
    void refusesWhatIsTooMuch() {
        String code = code();
        String much = body(null, code, person("sora"), "x".repeat(256 * 1024));
        HttpResponse<String> untold = STRAND.send(STRAND.request(sora, PLACE + "/Basic")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(much.getBytes(StandardCharsets.UTF_8)))));

        assertRefused(post(sora, much), 413, "256 KiB");
        assertRefused(untold, 413, "256 KiB");
        String most = "x".repeat(255 * 1024);
        String id = basic(post(sora, body(null, code, person("sora"), most)), 201)
                .getIdElement()
                .getIdPart();
        assertThat(get(sora, id).body()).contains(most);
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }

    @Test
    void keepsNoMoreThanItsNumberOfResourcesAboutOneSubject() {
        String code = code();
        String app = STRAND.tokenIn(RunningStrand.FIT, "ben", OF_PATIENTS);
        for (int number = 0; number < 50; number++) {
            created(app, code, about("ben"));
        }

        assertRefused(post(app, body(null, code, about("ben"), "x")), 422, "50 resources");
        assertThat(found(search(app, code, about("ben")))).hasSize(50);
        found(search(app, code, about("ben")))
                .forEach(each -> assertThat(delete(app, each.getIdElement().getIdPart(), "W/\"1\"")
                                .statusCode())
                        .isIn(200, 204));
    }

    @Test
    void refusesWhatItWouldNotKeep() {
        String more = body(null, code(), null, "x").replace("\"code\":{", "\"created\":\"2026-01-01\",\"code\":{");

        assertRefused(post(sora, more), 422, "nothing else is kept");
        assertRefused(
                post(sora, body(null, code(), "Patient/" + STRAND.id("ana"), "x")), 422, "the whole address of a");
        assertRefused(post(sora, "{\"resourceType\":\"Patient\"}"), 400, "");
        assertRefused(
                STRAND.send(STRAND.request(sora, PLACE + "/Basic")
                        .header("Content-Type", "application/fhir+json")
                        .header("If-None-Exist", "code=x")
                        .POST(BodyPublishers.ofString(body(null, code(), null, "x")))),
                400,
                "condition");
        assertRefused(STRAND.delete(sora, PLACE + "/Basic?code=x"), 400, "by its id");
        assertRefused(STRAND.get(sora, PLACE + "/Basic"), 400, "");
        assertRefused(STRAND.get(sora, PLACE + "/Basic?code=" + SYSTEM + "%7Cx"), 400, "either by `subject`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/Patient", "/Basic/_history", "/Basic/x/_history", "/Basic/$meta", "/_history", "/$x"})
    void offersNothingElse(String path) {
        assertThat(STRAND.get(loader, PLACE + path).statusCode()).isIn(400, 404, 405);
        assertThat(STRAND.post(loader, PLACE + path, "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isIn(400, 404, 405);
    }

    @Test
    void saysWithoutATokenWhatItOffersAndNothingElse() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> metadata = http.send(
                HttpRequest.newBuilder(URI.create(PLACE + "/metadata"))
                        .header("Origin", "https://app.example")
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> refused = http.send(
                HttpRequest.newBuilder(URI.create(PLACE + "/Basic?code=a%7Cb&subject:missing=true"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        CapabilityStatement statement =
                FhirContext.forR4Cached().newJsonParser().parseResource(CapabilityStatement.class, metadata.body());
        assertThat(statement.getImplementation().getUrl()).isEqualTo(PLACE);
        assertThat(statement.getRestFirstRep().getResource())
                .singleElement()
                .satisfies(type -> assertThat(type.getInteraction())
                        .extracting(each -> each.getCode().toCode())
                        .containsExactlyInAnyOrder("read", "vread", "search-type", "create", "update", "delete"));
        assertThat(statement.getRestFirstRep().getResourceFirstRep().getSearchParam())
                .extracting(each -> each.getName())
                .containsExactlyInAnyOrder("code", "subject");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void isFoundThroughTheConfiguration() throws Exception {
        HttpResponse<String> configuration = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(STRAND.base() + "/.well-known/smart-configuration"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(configuration.body())
                        .at("/associated_endpoints/0/url")
                        .asText())
                .isEqualTo(PLACE);
    }

    @Test
    void showsNoStateToATransactionWithoutAnApp() {
        String code = code();
        String id = created(sora, code, null);

        assertThat(new JdbcTemplate(STRAND.bean(DataSource.class))
                        .queryForObject("select count(*) from strand.app_state", Long.class))
                .isZero();
        assertThat(delete(sora, id, "W/\"1\"").statusCode()).isIn(200, 204);
    }
}
