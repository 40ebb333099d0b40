package health.strand.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.server.RunningStrand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A SMART app as the authorization server meets it.
 *
 * @param client its client id
 * @param proof adds to a token request how the app shows who it is
 */
record App(String issuer, String base, String client, UnaryOperator<Fields> proof) {

    static final String REDIRECT = "http://127.0.0.1/callback";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One authorization, with what the app keeps of it until the browser comes back. */
    record Request(String state, String verifier, Fields fields) {}

    /** An answer of the token endpoint. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return read(http.body());
        }

        String text(String name) {
            return json().path(name).asText();
        }

        List<String> scopes() {
            return Arrays.asList(text("scope").split(" "));
        }

        JsonNode claims() {
            return claimsOf(text("access_token"));
        }

        JsonNode idClaims() {
            return claimsOf(text("id_token"));
        }
    }

    Request request(String scope) {
        String verifier = random();
        String state = random();
        Fields fields = Fields.of(
                "response_type", "code",
                "client_id", client,
                "redirect_uri", REDIRECT,
                "scope", scope,
                "state", state,
                "aud", base,
                "code_challenge", challenge(verifier),
                "code_challenge_method", "S256");
        return new Request(state, verifier, fields);
    }

    String address(Request request) {
        return endpoint("auth") + "?" + request.fields().encoded();
    }

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** The code for tokens. */
    Answer exchange(Request request, Fields told) {
        return token(Fields.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                REDIRECT,
                "code",
                String.valueOf(told.first("code")),
                "code_verifier",
                request.verifier()));
    }

    Answer refresh(String refreshToken) {
        return token(Fields.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Answer token(Fields fields) {
        return post("token", fields);
    }

    Answer post(String endpoint, Fields fields) {
        return new Answer(RunningStrand.get()
                .send(HttpRequest.newBuilder(URI.create(endpoint(endpoint)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(proof.apply(fields).encoded()))));
    }

    static JsonNode claimsOf(String token) {
        return read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
