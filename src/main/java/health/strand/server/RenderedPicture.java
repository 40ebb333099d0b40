package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.imaging.PictureFormat;
import health.strand.imaging.Rendition;
import health.strand.imaging.UnreadablePicture;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Media;
import org.jspecify.annotations.Nullable;

/** A picture of the record in the size it is looked at, for whoever may see both the picture and its file. */
public final class RenderedPicture {

    private static final String FILE = "Binary/";
    private static final int NARROWEST = 16;
    private static final int WIDEST = 4096;
    private static final int USUAL = 1024;

    private final DaoRegistry daos;
    private final String address;

    /** @param base the address of the FHIR endpoint */
    RenderedPicture(DaoRegistry daos, String base) {
        this.daos = daos;
        this.address = base + "/";
    }

    /** The file, which is given out as it is unless FHIR is asked for. */
    @Operation(
            name = "$rendered",
            typeName = "Media",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/rendered")
    public Binary rendered(
            @IdParam IdType id,
            @OperationParam(name = "width", max = 1) @Nullable IntegerType width,
            @OperationParam(name = "format", max = 1) @Nullable CodeType format,
            RequestDetails request) {
        int wide = wide(width);
        Optional<PictureFormat> wanted = wanted(format);
        Media media = daos.getResourceDao(Media.class).read(id, request);
        Binary file = daos.getResourceDao(Binary.class).read(file(media, id), request);
        byte[] data = file.hasData() ? file.getData() : new byte[0];
        try {
            Rendition shown = Rendition.of(
                    data, wide, wanted.or(() -> PictureFormat.of(data)).orElse(PictureFormat.PNG));
            return file.copy()
                    .setData(shown.file())
                    .setContentType(shown.format().type());
        } catch (UnreadablePicture e) {
            throw new UnprocessableEntityException(e.getMessage());
        }
    }

    private IdType file(Media media, IdType id) {
        String url = String.valueOf(media.getContent().getUrl());
        String path = url.startsWith(address) ? url.substring(address.length()) : url;
        if (!path.startsWith(FILE)) {
            throw new ResourceNotFoundException(id);
        }
        return new IdType(path).toUnqualifiedVersionless();
    }

    private static int wide(@Nullable IntegerType width) {
        int wide = width == null || width.getValue() == null ? USUAL : width.getValue();
        if (wide < NARROWEST || wide > WIDEST) {
            throw new InvalidRequestException("`width` is from " + NARROWEST + " to " + WIDEST + " pixels");
        }
        return wide;
    }

    private static Optional<PictureFormat> wanted(@Nullable CodeType format) {
        if (format == null || format.getValue() == null) {
            return Optional.empty();
        }
        return Optional.of(PictureFormat.ofType(format.getValue())
                .orElseThrow(() -> new InvalidRequestException("`format` is `image/png` or `image/jpeg`")));
    }
}
