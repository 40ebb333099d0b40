package health.strand.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The record server, as Keycloak asks it and tells it things. */
final class RecordServer {

    private static final Logger LOG = Logger.getLogger(RecordServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final URI base;

    /** @param base its FHIR address; what is not FHIR stands beside that */
    RecordServer(String base) {
        this.base = URI.create(base);
    }

    /** Asks for something below the FHIR address, in the name of whoever has the token. */
    HttpResponse<String> read(String path, String token) throws RecordUnreachable {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/fhir+json"));
    }

    /** Whether there is any access left behind a token. */
    boolean leavesAccess(String token) throws RecordUnreachable {
        int status = send(HttpRequest.newBuilder(base.resolve("access")).header("Authorization", "Bearer " + token))
                .statusCode();
        return switch (status) {
            case 204 -> true;
            case 401, 403 -> false;
            default -> throw unreachable("HTTP " + status);
        };
    }

    /** Tells of an event, as RFC 8935 has it. */
    void tell(String securityEvent) throws RecordUnreachable {
        if (!takes(securityEvent)) {
            throw unreachable("HTTP 400");
        }
    }

    /** The same; false where it is refused for good. */
    boolean takes(String securityEvent) throws RecordUnreachable {
        int status = send(HttpRequest.newBuilder(base.resolve("security-events"))
                        .header("Content-Type", "application/secevent+jwt")
                        .POST(BodyPublishers.ofString(securityEvent)))
                .statusCode();
        return switch (status) {
            case 202 -> true;
            case 400 -> false;
            default -> throw unreachable("HTTP " + status);
        };
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws RecordUnreachable {
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordUnreachable();
        }
    }

    static RecordUnreachable unreachable(String why) {
        LOG.warnf("the record server does not answer as it should: %s", why);
        return new RecordUnreachable();
    }

    /** The record server does not answer. */
    static final class RecordUnreachable extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
