package health.strand.links;

import java.time.Instant;
import java.util.Map;

/**
 * What the address of a picture stands for.
 *
 * @param path path and query below the FHIR address, such as {@code Media/x/$rendered?width=320}
 * @param until when it ends
 * @param claims of the access token of the one for whom it was made
 */
public record PictureLink(String path, Instant until, Map<String, Object> claims) {

    public PictureLink {
        claims = Map.copyOf(claims);
    }
}
