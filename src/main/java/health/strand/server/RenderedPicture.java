package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.imaging.UnreadablePicture;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/** A picture of the record in the size it is looked at, for whoever may see both the picture and its file. */
public final class RenderedPicture {

    private final ShownPicture shown;

    RenderedPicture(ShownPicture shown) {
        this.shown = shown;
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
        AskedSize asked = AskedSize.of(width, format);
        try {
            return shown.of(id, asked, request);
        } catch (UnreadablePicture e) {
            throw new UnprocessableEntityException(e.getMessage());
        }
    }
}
