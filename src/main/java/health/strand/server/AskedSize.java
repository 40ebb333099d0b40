package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.imaging.PictureFormat;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is asked for.
 *
 * @param width at most, in pixels
 * @param format empty for that of the file
 */
record AskedSize(int width, Optional<PictureFormat> format) {

    private static final int NARROWEST = 16;
    private static final int WIDEST = 4096;
    private static final int USUAL = 1024;

    /** @throws InvalidRequestException when there is no such size or format */
    static AskedSize of(@Nullable IntegerType width, @Nullable CodeType format) {
        return new AskedSize(wide(width), wanted(format));
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
