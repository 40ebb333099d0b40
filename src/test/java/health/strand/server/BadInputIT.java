package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.imaging.Pictures;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is an OperationOutcome that helps and tells nothing of the inside. */
class BadInputIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String JSON = "application/fhir+json";
    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"X\"}]}";

    private final String loader = STRAND.token("loader");

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", JSON, "", 400),
                Arguments.of("half an object", JSON, "{\"resourceType\":\"Patient\",", 400),
                Arguments.of("no resource", JSON, "{\"x\":1}", 400),
                Arguments.of("an array", JSON, "[1,2,3]", 400),
                Arguments.of("another type", JSON, "{\"resourceType\":\"Observation\"}", 400),
                Arguments.of("an unknown type", JSON, "{\"resourceType\":\"Hair\"}", 400),
                Arguments.of("an unknown element", JSON, "{\"resourceType\":\"Patient\",\"hair\":\"brown\"}", 422),
                Arguments.of("a word for a truth", JSON, "{\"resourceType\":\"Patient\",\"active\":\"maybe\"}", 400),
                Arguments.of("an object for a word", JSON, "{\"resourceType\":\"Patient\",\"gender\":{\"a\":1}}", 400),
                Arguments.of("a code that is none", JSON, "{\"resourceType\":\"Patient\",\"gender\":\"blue\"}", 400),
                Arguments.of(
                        "a date that is none", JSON, "{\"resourceType\":\"Patient\",\"birthDate\":\"yesterday\"}", 400),
                Arguments.of(
                        "a number beyond measure",
                        JSON,
                        "{\"resourceType\":\"Patient\",\"multipleBirthInteger\":" + "9".repeat(400) + "}",
                        400),
                Arguments.of(
                        "depth",
                        JSON,
                        "{\"resourceType\":\"Patient\",\"extension\":" + "[{\"extension\":".repeat(3_000),
                        400),
                Arguments.of(
                        "half a character",
                        JSON,
                        "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"\\ud83d\"}]}",
                        400),
                Arguments.of(
                        "a null character",
                        JSON,
                        "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\\u0000b\"}]}",
                        400),
                Arguments.of("half a document", "application/fhir+xml", "<Patient xmlns=\"http://hl7.org/fhir\">", 400),
                Arguments.of(
                        "an outer entity",
                        "application/fhir+xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + "<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&e;\"/></Patient>",
                        400),
                Arguments.of("plain words", "text/plain", "hello", 400),
                Arguments.of("a form", "application/x-www-form-urlencoded", "a=b", 400),
                Arguments.of(
                        "a missing target",
                        JSON,
                        "{\"resourceType\":\"Patient\",\"managingOrganization\":{\"reference\":\"Organization/"
                                + UUID.randomUUID() + "\"}}",
                        400));
    }

    @ParameterizedTest(name = "refuses {0}")
    @MethodSource("bodies")
    void refusesBadBodies(String what, String type, String body, int status) {
        HttpResponse<String> answer = STRAND.send(
                STRAND.request(loader, "Patient").header("Content-Type", type).POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(answer.body()).isIn(status, 415, 422);
        assertHelpful(answer);
    }

    static Stream<String> queries() {
        return Stream.of(
                "Patient?hair=brown",
                "Patient?birthdate=yesterday",
                "Patient?name=%00",
                "Observation?value-quantity=much",
                "Patient?_count=-1",
                "Patient?_count=many",
                "Patient?_sort=hair",
                "Patient?_include=hair",
                "Patient?_has:x",
                "Patient?_has:Observation:hair:code=x",
                "Patient?_has:observation:subject:code=x",
                "Observation?hair.name=x",
                "Patient?_filter=name+eq+x",
                "Patient?_text=x",
                "Patient?_contained=true",
                "Observation?date=zz2020",
                "Patient?_has:Observation:patient:code-value-quantity=a$b",
                "Provenance?target:Observation.code-value-date=a$b",
                "Patient?_has:Observation:patient:date=zz2020",
                "Observation?subject:Patient.birthdate=zz2020",
                "Patient?name:contains=x",
                "Patient?identifier:of-type=x%7Cy%7Cz",
                "Observation?subject:Patient.name:contains=x",
                "Patient?_has:Observation:patient:code:below=x",
                "Observation?code:below=x",
                "Observation?subject:Patient.name:missing=true",
                "Observation?subject:Patient.name:missing=false&_summary=count",
                "Encounter?subject:Patient.birthdate:missing=true&date=gt2020",
                "Observation?value-concept:above=x",
                "DocumentReference?type:above=x,y",
                "Observation?code-value-string=x",
                "Observation?code-value-string=x$",
                "Patient?_has:Observation:patient:code-value-string=$y",
                "Observation?code-value-concept=http://loinc.org%7C1",
                "Observation?code-value-quantity:missing=true",
                "Consent?actor._has:Observation:patient:code=x",
                "Observation?encounter:Encounter.subject._has:Observation:patient:code=x",
                "Questionnaire?code:missing=true",
                "Questionnaire?title:missing=false&_summary=count",
                "Hair",
                "Patient/a/b/c/d");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void refusesBadQueries(String query) {
        HttpResponse<String> answer = STRAND.get(loader, query);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertHelpful(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz", "name=%e9", "name=%", "_id=%ed%a0%bd", "na%me=x"})
    void refusesEscapesThatMeanNothing(String query) throws Exception {
        assertBadRequest(STRAND.send(STRAND.request(loader, "Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query))));
        HttpResponse<String> batch = STRAND.post(
                loader,
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Patient?"
                        + query + "\"}}]}");
        assertBadRequest(batch);
        assertThat(raw("GET /fhir/Patient?" + query)).startsWith("HTTP/1.1 400").contains("OperationOutcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/Patient?name=<x>",
                "GET /fhir/Observation/%",
                "GET /fhir/%2e%2e%2fx",
                "GET /../x",
                "G\tT /fhir"
            })
    void answersWhatNeverReachesTheServletsAlike(String line) throws Exception {
        assertThat(raw(line))
                .startsWith("HTTP/1.1 400")
                .contains("OperationOutcome")
                .doesNotContain("Tomcat");
    }

    @Test
    void takesABarInAQueryAsPeopleTypeIt() throws Exception {
        assertThat(raw("GET /fhir/Patient?_summary=count&identifier=urn:strand:test|x"))
                .startsWith("HTTP/1.1 200");
    }

    /** What no client library lets one send. */
    private String raw(String line) throws IOException {
        URI base = URI.create(STRAND.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + loader
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertBadRequest(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertHelpful(answer);
    }

    @Test
    void refusesABodyThatIsTooLong() {
        byte[] much = new byte[65 * 1024 * 1024];
        HttpResponse<String> told = STRAND.send(
                STRAND.request(loader, "Binary").header("Content-Type", JSON).POST(BodyPublishers.ofByteArray(much)));

        assertThat(told.statusCode()).isEqualTo(413);
        assertHelpful(told);
    }

    /** Who asks is known, so it is recorded, though what they ask for is not read. */
    @Test
    void recordsWhatIsRefusedForItsSizeOrShape() throws Exception {
        Trail trail = new Trail(STRAND);
        List<String> before = early(trail);
        byte[] much = new byte[65 * 1024 * 1024];
        STRAND.send(
                STRAND.request(loader, "Binary").header("Content-Type", JSON).POST(BodyPublishers.ofByteArray(much)));
        STRAND.send(STRAND.request(loader, "Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=%zz")));
        STRAND.send(STRAND.request(loader, "Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + "x".repeat(3 * 1024 * 1024))));
        raw("GET /fhir/Observation?code=%zz");

        List<String> after = early(trail);
        assertThat(after.subList(before.size(), after.size()))
                .containsExactly("create 4 too-long", "search 4 value", "search 4 too-long", "search 4 value");
    }

    /** What was recorded of the loader, by its reasons; nothing of what was sent is in it. */
    private static List<String> early(Trail trail) {
        return trail.owner()
                .queryForList(
                        "select interaction || ' ' || outcome || ' ' || (event::jsonb ->> 'reason')"
                                + " from strand.audit_event where event::jsonb ->> 'reason' in ('too-long', 'value')"
                                + " and client = 'strand-loader' and event::jsonb -> 'query' is null order by recorded",
                        String.class);
    }

    @Test
    void keepsAnImageOfTenMegabytes() {
        byte[] image = Pictures.noise(1_900, 1_900);
        assertThat(image).hasSizeGreaterThan(10 * 1024 * 1024);
        String body =
                "{\"resourceType\":\"Binary\",\"contentType\":\"image/png\",\"securityContext\":{\"reference\":\"Patient/"
                        + STRAND.id("ana") + "\"},\"data\":\""
                        + Base64.getEncoder().encodeToString(image) + "\"}";

        HttpResponse<String> stored = STRAND.post(loader, "Binary", body);

        assertThat(stored.statusCode()).isEqualTo(201);
        String location = stored.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> read = STRAND.send(STRAND.request(STRAND.token("ana"), location)
                .header("Accept", JSON)
                .GET());
        assertThat(read.body()).contains(Base64.getEncoder().encodeToString(image));
        assertThat(STRAND.send(STRAND.request(STRAND.token("ben"), location)
                                .header("Accept", JSON)
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void storesADuplicateDeliveryOnce() throws Exception {
        String identifier = "urn:strand:test|" + UUID.randomUUID();
        String body = PATIENT.replace(
                "}]}",
                "}],\"identifier\":[{\"system\":\"urn:strand:test\",\"value\":\""
                        + identifier.substring(identifier.indexOf('|') + 1) + "\"}]}");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> sent = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> STRAND.send(STRAND.request(loader, "Patient")
                            .header("Content-Type", JSON)
                            .header("If-None-Exist", "identifier=" + identifier.replace("|", "%7C"))
                            .POST(BodyPublishers.ofString(body)))))
                    .toList();
            for (Future<HttpResponse<String>> one : sent) {
                assertThat(one.get().statusCode()).as(one.get().body()).isIn(200, 201, 409, 412);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Answers.bundle(STRAND.get(loader, "Patient?identifier=" + identifier.replace("|", "%7C")))
                        .getTotal())
                .isEqualTo(1);
    }

    @Test
    void storesAllOfATransactionOrNothing() {
        String marker = UUID.randomUUID().toString();
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + "{\"resource\":{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:strand:test\",\"value\":\""
                + marker
                + "\"}]},\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}},"
                + "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/"
                + UUID.randomUUID() + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}]}";

        HttpResponse<String> answer = STRAND.post(loader, "", bundle);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertHelpful(answer);
        assertThat(Answers.bundle(STRAND.get(loader, "Patient?identifier=urn:strand:test%7C" + marker))
                        .getTotal())
                .isZero();
    }

    @Test
    void answersTheRefusedEntriesOfABatchInTheirPlaces() {
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"GET\",\"url\":\"Appointment?_summary=count\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"Observation?_summary=count\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?_summary=count\"}}]}";

        HttpResponse<String> answer = STRAND.post(STRAND.token("rex"), "", batch);

        assertThat(Answers.bundle(answer).getEntry().stream()
                        .map(entry -> entry.getResponse().getStatus().substring(0, 3)))
                .containsExactly("200", "403", "200");
    }

    private static void assertHelpful(HttpResponse<String> answer) {
        assertThat(answer.body())
                .contains("OperationOutcome")
                .contains("diagnostics")
                .doesNotContain("HAPI-")
                .doesNotContain("Exception")
                .doesNotContain("ca.uhn")
                .doesNotContain("\\tat ");
    }
}
