package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.links.PictureLink;
import health.strand.links.PictureLinks;
import health.strand.smart.KeptClaims;
import health.strand.visibility.FilesAside;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * An address under which a picture is shown without a token for a minute, for what can send none, such as an {@code img} of a
 * page. It holds who made it; whether they may see the picture is decided again when it is fetched, by {@link LinkFilter}.
 */
public final class LinkToPicture {

    private final PictureFiles files;
    private final PictureLinks links;
    private final String base;
    private final Clock clock;

    /** @param base the address of the FHIR endpoint */
    LinkToPicture(PictureFiles files, PictureLinks links, String base, Clock clock) {
        this.files = files;
        this.links = links;
        this.base = base;
        this.clock = clock;
    }

    /** To the picture in a size or format, or with neither to its file as it is. */
    @Operation(
            name = "$link",
            typeName = "Media",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/link")
    public Parameters link(
            @IdParam IdType id,
            @OperationParam(name = "width", max = 1) @Nullable IntegerType width,
            @OperationParam(name = "format", max = 1) @Nullable CodeType format,
            RequestDetails request) {
        AskedSize asked = AskedSize.of(width, format);
        IdType file = new FilesAside()
                .during(() -> files.of(id, request))
                .getIdElement()
                .toUnqualifiedVersionless();
        boolean asItIs = width == null && format == null;
        Jwt token = LinkFilter.tokenOf(request)
                .orElseThrow(() -> new InvalidRequestException("a link is asked for with an access token"));
        Instant until = until(token);
        String path = asItIs ? file.getValue() : rendered(id, asked);
        String sealed = links.seal(new PictureLink(path, until, KeptClaims.of(token)));
        Parameters answer = new Parameters();
        answer.addParameter().setName("url").setValue(new UrlType(base + "?" + PictureLinks.PARAMETER + "=" + sealed));
        answer.addParameter().setName("expires").setValue(inUtc(until));
        return answer;
    }

    private static String rendered(IdType id, AskedSize asked) {
        return "Media/" + id.getIdPart() + "/$rendered?width=" + asked.width()
                + asked.format().map(format -> "&format=" + format.type()).orElse("");
    }

    /** No link outlives the token of whoever makes it. */
    private Instant until(Jwt token) {
        Instant latest = clock.instant().plus(PictureLinks.LIFETIME);
        Instant ends = token.getExpiresAt();
        return ends != null && ends.isBefore(latest) ? ends : latest;
    }

    private static InstantType inUtc(Instant at) {
        InstantType instant = new InstantType(Date.from(Instant.ofEpochSecond(at.getEpochSecond())));
        instant.setTimeZone(TimeZone.getTimeZone("UTC"));
        return instant;
    }
}
