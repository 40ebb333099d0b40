package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of an answer goes out before it is recorded that it is given, and nothing at all when that fails. */
class RecordedFirstIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final CaseWorld WORLD =
            new CaseWorld(STRAND, AccessCase.world("recorded-first", "nothing", List.of()));
    private static final String JSON = "application/fhir+json";
    private static final Pattern REQUEST_ID = Pattern.compile("(?i)X-Request-ID: *(\\S+)");
    private static final int BUFFER = 64 * 1024;

    private final Trail trail = new Trail(STRAND);

    static Stream<Arguments> answers() {
        String ana = "Patient/" + STRAND.id("ana");
        return Stream.of(
                arguments("sora", WORLD.item("density"), Map.of("Accept", JSON)),
                arguments("sora", WORLD.item("density"), Map.of("Accept", "application/fhir+xml")),
                arguments("sora", WORLD.item("density"), Map.of("Accept", JSON, "Accept-Encoding", "gzip")),
                arguments("sora", WORLD.item("density") + "/_history", Map.of("Accept", JSON)),
                arguments("sora", WORLD.item("file"), Map.of("Accept", "image/png")),
                arguments("sora", WORLD.item("file"), Map.of("Accept", "image/png", "Range", "bytes=0-999")),
                arguments("sora", "Observation?patient=" + WORLD.item("patient"), Map.of("Accept", JSON)),
                // longer than any buffer on the way out
                arguments("ana", ana + "/$everything?_count=500", Map.of("Accept", JSON)),
                arguments("ana", ana + "/$everything?_count=500", Map.of("Accept", JSON, "Accept-Encoding", "gzip")),
                arguments("ana", ana + "/$privacy-summary", Map.of("Accept", JSON)),
                arguments("ana", ana + "/$privacy-summary", Map.of("Accept", "text/html", "Accept-Language", "de")),
                arguments("ana", ana + "/$accounting-of-disclosures", Map.of("Accept", "text/csv")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void sendsNoByteBeforeItIsRecorded(String who, String path, Map<String, String> headers) throws Exception {
        String request = get(path, STRAND.token(who), headers);
        URI base = URI.create(STRAND.base());
        try (Connection lock =
                        Objects.requireNonNull(trail.owner().getDataSource()).getConnection();
                Socket socket = new Socket(base.getHost(), base.getPort())) {
            keepShut(lock);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(30)).until(this::isRecording);
            // as long as it takes to write the answer down, many times over
            Thread.sleep(500);
            assertThat(socket.getInputStream().available()).isZero();

            lock.rollback();
            String answer = answer(socket.getInputStream());

            assertThat(answer).startsWith(headers.containsKey("Range") ? "HTTP/1.1 206" : "HTTP/1.1 200");
            assertThat(recordedOf(answer)).isPositive();
            if (path.contains("$everything") && headers.size() == 1) {
                assertThat(answer).hasSizeGreaterThan(2 * BUFFER);
            }
        }
    }

    private static String get(String path, String token, Map<String, String> headers) {
        URI address = URI.create(STRAND.base() + "/" + path);
        String target = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        return request.append("\r\n").toString();
    }

    /** Until the transaction ends nothing is added to the trail, and what is to be added waits. */
    private static void keepShut(Connection lock) throws SQLException {
        lock.setAutoCommit(false);
        try (Statement statement = lock.createStatement()) {
            statement.execute("lock table strand.audit_event in share mode");
        }
    }

    private boolean isRecording() {
        return Boolean.TRUE.equals(trail.owner()
                .queryForObject(
                        "select exists (select from pg_locks where relation = 'strand.audit_event'::regclass"
                                + " and not granted)",
                        Boolean.class));
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private int recordedOf(String answer) {
        Matcher id = REQUEST_ID.matcher(answer);
        assertThat(id.find()).isTrue();
        return Objects.requireNonNull(trail.owner()
                .queryForObject(
                        "select count(*) from strand.audit_event where event::jsonb ->> 'request' = ?",
                        Integer.class,
                        id.group(1)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void refusesWhatCannotBeRecordedLikeWhatIsNotThere(String who, String path, Map<String, String> headers) {
        String token = STRAND.token(who);
        HttpResponse<String> given = send(token, path, headers);
        trail.owner().execute("revoke insert on strand.audit_event from strand_request");
        HttpResponse<String> unrecorded;
        HttpResponse<String> never;
        try {
            unrecorded = send(token, path, headers);
            never = send(token, "Observation/" + UUID.randomUUID(), headers);
        } finally {
            trail.owner().execute("grant insert on strand.audit_event to strand_request");
        }

        assertThat(given.statusCode()).isBetween(200, 206);
        assertThat(unrecorded.statusCode()).isEqualTo(503);
        assertThat(unrecorded.body()).isEqualTo(never.body());
        assertThat(headersOf(unrecorded)).isEqualTo(headersOf(never)).containsKey("retry-after");
        if (!headers.containsKey("Accept-Encoding")) {
            assertThat(unrecorded.body()).contains("the record cannot be reached at the moment");
        }
    }

    private static HttpResponse<String> send(String token, String path, Map<String, String> headers) {
        var request = STRAND.request(token, path).GET();
        headers.forEach(request::header);
        return STRAND.send(request);
    }

    /** All but what differs from one answer to the next. */
    private static Map<String, List<String>> headersOf(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        assertThat(headers.remove("x-request-id")).isNotEmpty();
        headers.remove("date");
        return headers;
    }
}
