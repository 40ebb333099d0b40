package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds in a resource everything that points to another resource of this server. */
final class OutgoingReferences {

    private static final Pattern OURS = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}(/_history/.*)?");

    private final FhirTerser terser;
    private final String base;

    /** @param base the address of the FHIR endpoint */
    OutgoingReferences(FhirContext fhir, String base) {
        this.terser = fhir.newTerser();
        this.base = base + "/";
    }

    /** One place that points to {@code target}, which is {@code Type/id}; leaving it out leaves nothing of it behind. */
    record Place(String target, DomainResource holder, Runnable leaveOut) {}

    List<Place> in(Resource resource) {
        List<Place> places = new ArrayList<>();
        if (!(resource instanceof DomainResource holder)) {
            return places;
        }
        for (Reference each : terser.getAllPopulatedChildElementsOfType((IBaseResource) holder, Reference.class)) {
            target(each.getReference()).ifPresent(target -> places.add(new Place(target, holder, () -> clear(each))));
        }
        for (Attachment each : terser.getAllPopulatedChildElementsOfType((IBaseResource) holder, Attachment.class)) {
            target(each.getUrl()).ifPresent(target -> places.add(new Place(target, holder, () -> each.setUrl(null))));
        }
        return places;
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

    private static void clear(Reference reference) {
        reference.setReference(null);
        reference.setDisplay(null);
        reference.setIdentifier(null);
        reference.setType(null);
        reference.getExtension().clear();
    }
}
