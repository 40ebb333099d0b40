package health.strand.consent;

import health.strand.profiles.Canonical;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Tells from what picture a copy for publication was made: what consents say of the one they say of the other. */
public final class CopiedPicture {

    private CopiedPicture() {}

    /** {@code Media/id} of the original; empty for what is no copy. */
    public static Optional<String> originalOf(Resource resource) {
        return resource instanceof Media picture
                ? Optional.ofNullable(picture.getExtensionByUrl(Canonical.COPY_OF))
                        .map(Extension::getValue)
                        .filter(Reference.class::isInstance)
                        .flatMap(value -> ReferenceText.of((Reference) value))
                : Optional.empty();
    }
}
