package health.strand.links;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes addresses under which one picture is shown to one person for a minute, and opens them. Nothing is kept on the server. */
public final class PictureLinks {

    /** The parameter that carries a sealed link. */
    public static final String PARAMETER = "_link";

    /** For how long a link is good at most. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final byte[] BINDING = "picture link 1".getBytes(StandardCharsets.US_ASCII);

    private final SealedText sealed;
    private final ObjectMapper json = new ObjectMapper();

    /** @param key 256 bits, the same on every server of the database */
    public PictureLinks(byte[] key) {
        this.sealed = SealedText.derived(key, "picture links");
    }

    /** The token of a link. */
    public String seal(PictureLink link) {
        try {
            return sealed.seal(
                    json.writeValueAsBytes(Map.of(
                            "path", link.path(),
                            "until", link.until().getEpochSecond(),
                            "claims", link.claims())),
                    BINDING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a link could not be written", e);
        }
    }

    /** The link, which may have ended; empty for what was never one. */
    public Optional<PictureLink> open(String token) {
        return sealed.open(token, BINDING).map(this::read);
    }

    private PictureLink read(byte[] plain) {
        try {
            JsonNode read = json.readTree(plain);
            return new PictureLink(
                    read.path("path").asText(),
                    Instant.ofEpochSecond(read.path("until").asLong()),
                    json.convertValue(
                            read.path("claims"),
                            json.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
        } catch (IOException e) {
            throw new IllegalStateException("a link of ours could not be read", e);
        }
    }
}
