package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads receipts as anybody may who has the keys the server publishes, with a JWT library and nothing of ours. */
final class Receipts {

    private final JWKSet keys;

    private Receipts(JWKSet keys) {
        this.keys = keys;
    }

    /** Fetched without a token. */
    static HttpResponse<String> published(RunningStrand strand) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(strand.base() + "/.well-known/receipt-keys"))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Receipts of(RunningStrand strand) {
        try {
            return new Receipts(JWKSet.parse(published(strand).body()));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** The receipts in an answer, in their order. */
    static List<String> in(HttpResponse<String> answer) {
        return StreamSupport.stream(Answers.json(answer).path("parameter").spliterator(), false)
                .filter(parameter -> "receipt".equals(parameter.path("name").asText()))
                .map(parameter -> parameter.path("valueString").asText())
                .toList();
    }

    static String one(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(in(answer)).as(answer.body()).hasSize(1);
        return in(answer).get(0);
    }

    static JsonNode consent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode first = Answers.json(answer).at("/parameter/0");
        assertThat(first.path("name").asText()).isEqualTo("consent");
        return first.path("resource");
    }

    boolean verifies(String receipt) {
        try {
            JWSObject jws = JWSObject.parse(receipt);
            JWK key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
            return key != null && jws.verify(new ECDSAVerifier(key.toECKey()));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    /** What a receipt says, once it is verified. */
    Map<String, Object> claims(String receipt) {
        assertThat(verifies(receipt)).as(receipt).isTrue();
        try {
            return JWSObject.parse(receipt).getPayload().toJSONObject();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
