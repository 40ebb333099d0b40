package health.strand.projection;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;

/** Tells which elements point to a resource of this server, and to which: references, and addresses of attachments. */
final class LocalTargets {

    private static final Pattern OURS = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}(/_history/.*)?");

    private final String base;

    /** @param base the address of the FHIR endpoint */
    LocalTargets(String base) {
        this.base = base + "/";
    }

    /** {@code Type/id} without version. */
    Optional<String> of(IBase parent, IBase element) {
        if (element instanceof Reference reference) {
            return target(reference.getReference());
        }
        return parent instanceof Attachment && element instanceof UrlType url
                ? target(url.getValue())
                : Optional.empty();
    }

    private Optional<String> target(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String path = text.startsWith(base) ? text.substring(base.length()) : text;
        return OURS.matcher(path).matches()
                ? Optional.of(new IdType(path).toUnqualifiedVersionless().getValue())
                : Optional.empty();
    }
}
