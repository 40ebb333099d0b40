package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are given out in their own type, in parts where parts are asked for, and nothing else is read of them. L46. */
class FileAnswersIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int SHORT = 1_000;
    private static final int LONG = 300_000;
    private static final int LARGE = 20_000_000;
    private static final int KIB = 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String patient = created("Patient", "'name':[{'family':'File'}]");
    private final String token = STRAND.tokenOfPatient(patient);

    private static String created(String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + "}";
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf(type + "/"), location.indexOf("/_history"));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        for (int each = 0; each < size; each++) {
            bytes[each] = (byte) random.nextInt(' ', 0x7F);
        }
        return bytes;
    }

    private String stored(byte[] content, String type) {
        return created(
                "Binary",
                "'contentType':'" + type + "','securityContext':{'reference':'" + patient + "'},'data':'"
                        + Base64.getEncoder().encodeToString(content) + "'");
    }

    private HttpResponse<byte[]> asked(String method, String path, String... headers) {
        HttpRequest.Builder request = STRAND.request(token, path).method(method, BodyPublishers.noBody());
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, SHORT, LONG})
    void areGivenWholeAndInParts(int size) {
        byte[] content = bytes(size);
        String file = stored(content, "text/csv");

        HttpResponse<byte[]> whole = asked("GET", file, "Accept", "text/csv");
        HttpResponse<byte[]> part = asked("GET", file, "Accept", "text/*", "Range", "bytes=-" + (size + 1) / 2);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(header(whole, "Content-Type")).isEqualTo("text/csv");
        assertThat(header(whole, "Content-Length")).isEqualTo("" + size);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Content-Range")).isEmpty();
        assertThat(header(whole, "ETag")).isEqualTo("\"1-file\"");
        assertThat(header(whole, "X-Security-Context")).isEqualTo(patient);
        assertThat(header(whole, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, size / 2, size));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + size / 2 + "-" + (size - 1) + "/" + size);
    }

    @Test
    void areGivenAsTheyAreWhateverTheirType() {
        for (String type : List.of("application/json", "text/plain", "text/html")) {
            String file = stored(bytes(LONG), type);
            assertThat(asked("GET", file, "Accept", type).body()).as(type).isEqualTo(bytes(LONG));
            String fhir = new String(
                    asked("GET", file, "Accept", "application/fhir+json").body(), StandardCharsets.UTF_8);
            assertThat(fhir).contains(Base64.getEncoder().encodeToString(bytes(LONG)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SHORT, LONG})
    void areGivenByOldVersion(int size) {
        String file = stored(bytes(size), "text/csv");
        String body = "{'resourceType':'Binary','id':'" + file.substring(7) + "','contentType':'text/csv',"
                + "'securityContext':{'reference':'" + patient + "'},'data':'YWJj'}";
        assertThat(STRAND.put(STRAND.token("loader"), file, body.replace('\'', '"'))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<byte[]> now =
                asked("GET", file, "Accept", "text/csv", "Range", "bytes=1-", "If-Range", "\"1-file\"");
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(now.body()).containsExactly('a', 'b', 'c');
        assertThat(header(now, "ETag")).isEqualTo("\"2-file\"");
        HttpResponse<byte[]> before = asked("GET", file + "/_history/1", "Accept", "text/csv", "Range", "bytes=5-8");
        assertThat(before.statusCode()).isEqualTo(206);
        assertThat(before.body()).isEqualTo(Arrays.copyOfRange(bytes(size), 5, 9));
        assertThat(header(before, "ETag")).isEqualTo("\"1-file\"");
    }

    /** A batch gives them out in FHIR, whatever form its own answer has. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/fhir+json", "text/csv"})
    void areWholeInABatch(String accept) {
        byte[] content = bytes(LONG);
        String file = stored(content, "text/csv");
        String batch =
                "{'resourceType':'Bundle','type':'batch','entry':[{'request':{'method':'GET','url':'" + file + "'}}]}";

        HttpResponse<String> answer = STRAND.send(STRAND.request(token, "")
                .header("Content-Type", "application/fhir+json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(batch.replace('\'', '"'))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(Base64.getEncoder().encodeToString(content));
    }

    @Test
    void areNotSentTwiceToWhoHasThem() {
        String file = stored(bytes(LONG), "text/csv");
        String tiff = "text/csv";

        HttpResponse<byte[]> known = asked("GET", file, "Accept", tiff, "If-None-Match", "\"1-file\"");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo("\"1-file\"");
        assertThat(asked("GET", file, "Accept", tiff, "If-None-Match", "W/\"1\"")
                        .statusCode())
                .as("the name of the resource, not of its file")
                .isEqualTo(200);
        assertThat(asked("GET", file, "Accept", tiff, "If-Match", "\"7-file\"").statusCode())
                .isEqualTo(412);
        assertThat(asked("GET", file, "Accept", "application/fhir+json", "If-None-Match", "W/\"1\"")
                        .statusCode())
                .isEqualTo(304);
        String modified = header(known, "Last-Modified");
        assertThat(asked("GET", file, "Accept", tiff, "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void haveNoPartsBeyondTheirEnd() {
        String file = stored(bytes(LONG), "text/csv");

        HttpResponse<byte[]> beyond = asked("GET", file, "Accept", "text/csv", "Range", "bytes=" + LONG + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.body()).isEmpty();
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + LONG);
        assertThat(asked("GET", file, "Accept", "text/csv", "Range", "bytes=0-1,5-6")
                        .body())
                .hasSize(LONG);
    }

    /** In whatever form somebody asks for a file they are recorded as having read it. */
    @Test
    void areRecordedAsRead() {
        String file = stored(bytes(LONG), "text/csv");
        String read = "read 0 " + patient.substring("Patient/".length()) + " " + file;
        for (List<String> form : List.of(
                List.of("GET", "Range", "bytes=0-9"),
                List.of("GET", "Range", "bytes=9999999-"),
                List.of("GET", "If-None-Match", "\"1-file\""),
                List.of("GET", "If-Match", "\"2-file\""),
                List.of("HEAD", "Range", "bytes=0-9"))) {
            HttpResponse<String> answer = STRAND.send(STRAND.request(token, file)
                    .header("Accept", "text/csv")
                    .header(form.get(1), form.get(2))
                    .method(form.get(0), BodyPublishers.noBody()));
            assertThat(new Trail(STRAND).lines(answer)).as(form.toString()).containsExactly(read);
        }
    }

    @Test
    void areReadAsFarAsTheyAreAskedFor() {
        byte[] content = bytes(LARGE);
        String large = stored(content, "text/csv");
        String smaller = stored(bytes(LONG), "text/csv");
        asked("GET", large, "Accept", "text/csv", "Range", "bytes=0-0");

        double before = fetched();
        long allocated = Answering.allocated();
        int first = LARGE / 2 + 77;
        HttpResponse<byte[]> part =
                asked("GET", large, "Accept", "text/csv", "Range", "bytes=" + first + "-" + (first + 64 * KIB - 1));
        long ofLarge = Answering.allocated() - allocated;

        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, first, first + 64 * KIB));
        assertThat(fetched() - before).isBetween(64.0 * KIB, 193.0 * KIB);

        before = fetched();
        HttpResponse<byte[]> head = asked("HEAD", large, "Accept", "text/csv", "Range", "bytes=0-9");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("" + LARGE);
        assertThat(fetched() - before).isLessThan(256);

        before = fetched();
        asked("GET", large, "Accept", "text/csv", "If-None-Match", "\"1-file\"");
        assertThat(fetched() - before).isZero();

        allocated = Answering.allocated();
        asked("GET", smaller, "Accept", "text/csv", "Range", "bytes=0-" + (64 * KIB - 1));
        long ofSmaller = Answering.allocated() - allocated;
        assertThat(ofLarge).isLessThan(ofSmaller + 4L * KIB * KIB).isLessThan(LARGE / 2);

        assertThat(asked("GET", large, "Accept", "text/csv").body()).isEqualTo(content);
    }

    private static double fetched() {
        return STRAND.bean(MeterRegistry.class).counter("strand.vault.read").count();
    }

    /** What is found out in the middle of a file cannot be said any more; what is sent must not pass for the file. */
    @Test
    void breakOffWhereTheyWereChanged() throws IOException {
        List<Path> before = STRAND.files();
        String file = stored(bytes(LONG), "text/csv");
        List<Path> added = new ArrayList<>(STRAND.files());
        added.removeAll(before);
        assertThat(added).hasSize(1);
        try (RandomAccessFile stored = new RandomAccessFile(added.get(0).toFile(), "rw")) {
            stored.seek(LONG / 2);
            int was = stored.read();
            stored.seek(LONG / 2);
            stored.write(was ^ 1);
        }

        assertThatThrownBy(() -> asked("GET", file, "Accept", "text/csv")).hasCauseInstanceOf(IOException.class);
        assertThat(asked("GET", file, "Accept", "text/csv", "Range", "bytes=0-99")
                        .body())
                .as("what was not changed")
                .isEqualTo(Arrays.copyOf(bytes(LONG), 100));
    }

    /** Between the decision and the first byte a file may come to lie under another key. */
    @Test
    void areFoundAlsoWhereTheyAreMovedMeanwhile() {
        String file = stored(bytes(LONG), "text/csv");
        Move move = new Move(() -> created(
                "Media",
                "'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}]},"
                        + "'status':'completed','subject':{'reference':'" + patient
                        + "'},'content':{'contentType':'text/csv','url':'" + file + "'}"));
        IInterceptorService interceptors = STRAND.bean(IInterceptorService.class);
        interceptors.registerInterceptor(move);
        try {
            HttpResponse<byte[]> answer = asked("GET", file, "Accept", "text/csv", "Range", "bytes=10-19");
            assertThat(move.done).isTrue();
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes(LONG), 10, 20));
        } finally {
            interceptors.unregisterInterceptor(move);
        }
    }

    /** Does something once, after an answer is recorded and before it is sent. */
    @Interceptor
    public static final class Move {

        private final Runnable moving;
        private volatile boolean done;

        Move(Runnable moving) {
            this.moving = moving;
        }

        @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = 2_500)
        public void move() {
            if (!done) {
                done = true;
                moving.run();
            }
        }
    }
}
