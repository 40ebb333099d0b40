package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClinicLoaderTest {

    private static final SyntheticClinic CLINIC = TestClinic.of(3);

    private final List<String> tokensSeen = Collections.synchronizedList(new ArrayList<>());
    private final List<LoadProgress> reports = new ArrayList<>();
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final Queue<Integer> troubles = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fhir", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        tokensSeen.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Integer trouble = nextTrouble();
        byte[] answer = trouble == null ? stored(body) : "no".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(trouble == null ? 200 : trouble, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Integer nextTrouble() {
        synchronized (troubles) {
            return troubles.poll();
        }
    }

    private static byte[] stored(String body) {
        Bundle sent = TestClinic.FHIR.newJsonParser().parseResource(Bundle.class, body);
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        sent.getEntry()
                .forEach(entry -> answer.addEntry()
                        .getResponse()
                        .setStatus("201 Created")
                        .setLocation(entry.getResource().fhirType() + "/" + UUID.randomUUID() + "/_history/1"));
        return TestClinic.json(answer).getBytes(StandardCharsets.UTF_8);
    }

    private LoadResult load() throws InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
        return new ClinicLoader(base, () -> "token-" + tokensGiven.incrementAndGet(), reports::add).load(CLINIC);
    }

    @Test
    void saysWhoThePersonasBecame() throws InterruptedException {
        LoadResult result = load();

        assertThat(result.accounts().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Personas.ALL.stream().map(Persona::name).toList());
        AccountLink sora = link(result, "sora");
        AccountLink kim = link(result, "kim");
        AccountLink pat = link(result, "pat");
        assertThat(sora.fhirUser()).startsWith("Practitioner/");
        assertThat(sora.patientId()).isNull();
        assertThat(kim.fhirUser()).isEqualTo("Patient/" + kim.patientId());
        assertThat(pat.fhirUser()).startsWith("RelatedPerson/");
        assertThat(pat.patientId()).isEqualTo(kim.patientId());
    }

    private static AccountLink link(LoadResult result, String persona) {
        return Objects.requireNonNull(result.accounts().get(persona));
    }

    @Test
    void reportsEveryPatient() throws InterruptedException {
        LoadResult result = load();

        assertThat(reports).hasSize(4);
        assertThat(reports.get(3).complete()).isTrue();
        assertThat(reports.get(3).resources()).isEqualTo(result.resources());
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsNoLongerTaken() throws InterruptedException {
        troubles.add(401);

        load();

        assertThat(tokensSeen.get(0)).isEqualTo("Bearer token-1");
        assertThat(tokensSeen).filteredOn("Bearer token-2"::equals).hasSize(4);
    }

    @Test
    void triesOnceMoreAfterAConflictOrAServerError() throws InterruptedException {
        troubles.add(503);

        assertThat(load().resources()).isPositive();
        assertThat(tokensSeen).hasSize(5);
    }

    @Test
    void givesUpAfterASecondServerError() {
        troubles.addAll(List.of(503, 503));

        assertThatThrownBy(this::load).isInstanceOf(LoadFailed.class).hasMessageContaining("503");
    }

    @Test
    void saysWhatTheServerRefused() {
        troubles.add(422);

        assertThatThrownBy(this::load).isInstanceOf(LoadFailed.class).hasMessageContaining("422: no");
    }

    @Test
    void saysThatNobodyListens() {
        URI nobody = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
        server.stop(0);

        assertThatThrownBy(() -> new ClinicLoader(nobody, () -> "t", reports::add).load(CLINIC))
                .isInstanceOf(LoadFailed.class)
                .hasMessageContaining("cannot talk to");
    }
}
