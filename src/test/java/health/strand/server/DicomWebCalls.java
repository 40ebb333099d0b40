package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What is asked of the DICOMweb endpoint of the server that the tests share. */
final class DicomWebCalls {

    static final String FILE = "application/dicom";
    private static final String JSON = "application/dicom+json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DicomWebCalls() {}

    /** A new one, as PS3.5 annex B.2 makes them of a UUID. */
    static String uid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }

    /** Where a path of the endpoint is. */
    static String address(String path) {
        return RunningStrand.get().base().replaceFirst("/fhir$", "/dicomweb") + path;
    }

    static HttpResponse<byte[]> get(String token, String path, String accept) throws Exception {
        return send(request(token, path).header("Accept", accept).GET());
    }

    static HttpRequest.Builder request(String token, String path) {
        return RunningStrand.get().request(token, address(path));
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** An answer that is given, as it says. */
    static JsonNode json(String token, String path) throws Exception {
        HttpResponse<byte[]> answer = get(token, path, JSON);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        return json(answer);
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static HttpResponse<byte[]> store(String token, byte[]... files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] each : files) {
            body.writeBytes(ascii("--mark\r\nContent-Type: " + FILE + "\r\n\r\n"));
            body.writeBytes(each);
            body.writeBytes(ascii("\r\n"));
        }
        body.writeBytes(ascii("--mark--\r\n"));
        return send(request(token, "/studies")
                .header("Content-Type", "multipart/related; type=\"" + FILE + "\"; boundary=mark")
                .header("Accept", JSON)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
