package health.strand.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads a token's claims without checking it. */
record AccessTokenClaims(JsonNode header, JsonNode claims) {

    static AccessTokenClaims of(String token) {
        String[] parts = token.split("\\.");
        return new AccessTokenClaims(json(parts[0]), json(parts[1]));
    }

    String text(String name) {
        return claims.path(name).asText();
    }

    List<String> scopes() {
        return List.of(text("scope").split(" "));
    }

    List<String> audience() {
        JsonNode aud = claims.path("aud");
        List<String> names = new ArrayList<>();
        if (aud.isArray()) {
            aud.forEach(name -> names.add(name.asText()));
        } else {
            names.add(aud.asText());
        }
        return names;
    }

    private static JsonNode json(String part) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
