package health.strand.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Posts transactions to a FHIR server with a bearer token. */
final class TransactionEndpoint {

    private static final Pattern LOCATION = Pattern.compile("([A-Za-z]+/[A-Za-z0-9.-]+)(/_history/[^/]+)?$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHOWN_OF_AN_ERROR = 600;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FhirContext fhir = FhirContext.forR4Cached();
    private final URI base;
    private final Supplier<String> tokens;
    private volatile @Nullable String token;

    TransactionEndpoint(URI base, Supplier<String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** Stores a transaction and says what each entry became, as {@code Type/id}, in the order of the entries. */
    List<String> post(Bundle transaction) throws InterruptedException {
        String body = fhir.newJsonParser().encodeResourceToString(transaction);
        HttpResponse<String> response = send(body, currentToken());
        if (response.statusCode() == 401) {
            response = send(body, newToken());
        } else if (worthAnotherTry(response.statusCode())) {
            response = send(body, currentToken());
        }
        if (response.statusCode() != 200) {
            throw new LoadFailed("the server answered " + response.statusCode() + ": " + shown(response.body()), null);
        }
        return locations(response.body(), transaction.getEntry().size());
    }

    /** A conflict or a server's own failure rolls the transaction back, so it may be sent again. */
    private static boolean worthAnotherTry(int status) {
        return status == 409 || status >= 500;
    }

    private HttpResponse<String> send(String body, String bearer) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LoadFailed("cannot talk to " + base + ": " + e.getMessage(), e);
        }
    }

    private String currentToken() {
        String held = token;
        return held == null ? newToken() : held;
    }

    private String newToken() {
        String fresh = tokens.get();
        token = fresh;
        return fresh;
    }

    private List<String> locations(String body, int expected) {
        try {
            Bundle answer = fhir.newJsonParser().parseResource(Bundle.class, body);
            if (answer.getEntry().size() != expected) {
                throw new LoadFailed(
                        "sent " + expected + " entries, got "
                                + answer.getEntry().size() + " back",
                        null);
            }
            return answer.getEntry().stream()
                    .map(entry -> identity(entry.getResponse().getLocation()))
                    .toList();
        } catch (DataFormatException e) {
            throw new LoadFailed("the answer is not a Bundle: " + shown(body), e);
        }
    }

    private static String identity(@Nullable String location) {
        Matcher matcher = LOCATION.matcher(location == null ? "" : location);
        if (!matcher.find()) {
            throw new LoadFailed("an entry came back without a location", null);
        }
        return matcher.group(1);
    }

    private static String shown(String body) {
        return body.substring(0, Math.min(SHOWN_OF_AN_ERROR, body.length()));
    }
}
