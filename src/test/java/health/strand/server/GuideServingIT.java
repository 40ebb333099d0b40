package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide as the server gives it out, and that nothing else comes out by the same way. */
class GuideServingIT {

    private final URI origin = URI.create(RunningStrand.get().base()).resolve("/");
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answersWithoutAToken() throws Exception {
        HttpResponse<String> page = send("GET", "/ig/", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>").contains("<h1");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void takesNoNoticeOfATokenThatIsWrong() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/ig/"))
                .header("Authorization", "Bearer wrong")
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsFromTheBareAddressToTheGuide() throws Exception {
        HttpResponse<String> answer = send("GET", "/ig", "");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue("/ig/");
    }

    @Test
    void tellsABrowserThatItHasThePageAlready() throws Exception {
        String tag =
                send("GET", "/ig/guide.css", "").headers().firstValue("ETag").orElseThrow();

        assertThat(send("GET", "/ig/guide.css", tag).statusCode()).isEqualTo(304);
        assertThat(send("GET", "/ig/guide.css", "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        HttpResponse<String> page = send("HEAD", "/ig/artifacts.html", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isGreaterThan(1000);
        assertThat(page.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void refusesEverythingButReading(String method) throws Exception {
        HttpResponse<String> answer = send(method, "/ig/index.html", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ig/nothing.html", "/ig/a/b/c", "/ig/files.txt", "/ig/index.html/", "/ig/INDEX.html"})
    void saysWithAPageOfItsOwnThatThereIsNone(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such page");
    }

    /** Sent as they are written, because a client would tidy them up first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ig/../application.yml",
                "/ig/%2e%2e/application.yml",
                "/ig/..%2fapplication.yml",
                "/ig/%252e%252e/application.yml",
                "/ig/..;/application.yml",
                "/ig/;/../application.yml",
                "/ig/..\\application.yml",
                "/ig/..%5capplication.yml",
                "/ig//application.yml",
                "/ig//../application.yml",
                "//ig/../application.yml",
                "/ig/./../application.yml",
                "/ig/application.yml",
                "/ig/..%00/application.yml",
                "/ig/%c0%ae%c0%ae/application.yml",
                "/ig/../db/migration/V1__cells.sql",
                "/ig/../health/strand/StrandServer.class",
                "/ig/../packages/strand/StructureDefinition-hr-patient.json",
                "/ig/file:///etc/passwd",
                "/ig/%2fetc%2fpasswd"
            })
    void givesOutNothingBesideTheGuide(String path) throws IOException {
        String answer = raw(path);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|401|403|404) .*");
        assertThat(answer)
                .doesNotContain("spring:")
                .doesNotContain("create table")
                .doesNotContain("StructureDefinition/hr-patient")
                .doesNotContain("root:");
    }

    private HttpResponse<String> send(String method, String path, String known) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).method(method, BodyPublishers.noBody());
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String path) throws IOException {
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + origin.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
