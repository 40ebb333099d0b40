package health.strand.labeling;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/**
 * From what a resource was made, so that it carries over something of its content. A reference that only points, such as
 * that of a report, a list or a panel to its parts, is none: what may not be seen is left out of those.
 */
public final class Sources {

    /** A document that only vouches for another says nothing of what stands in it. */
    private static final Set<DocumentRelationshipType> RETELLING = Set.of(
            DocumentRelationshipType.APPENDS, DocumentRelationshipType.TRANSFORMS, DocumentRelationshipType.REPLACES);

    private final Map<String, Heritage> found = new LinkedHashMap<>();

    private Sources() {}

    /** What it was made from, as it is written there, and how much of the labels comes with it. */
    public static Map<String, Heritage> of(Resource resource) {
        Sources sources = new Sources();
        if (resource instanceof Observation observation) {
            observation.getDerivedFrom().forEach(sources.add(Heritage.FINDINGS));
        } else if (resource instanceof RiskAssessment risk) {
            risk.getBasis().forEach(sources.add(Heritage.FINDINGS));
        } else if (resource instanceof Provenance provenance) {
            provenance.getTarget().forEach(sources.add(Heritage.ALL));
            provenance.getEntity().forEach(entity -> sources.add(Heritage.ALL).accept(entity.getWhat()));
        } else if (resource instanceof DocumentReference document) {
            document.getRelatesTo().stream()
                    .filter(other -> other.hasCode() && RETELLING.contains(other.getCode()))
                    .forEach(other -> sources.add(Heritage.ALL).accept(other.getTarget()));
        } else if (resource instanceof Binary binary) {
            sources.add(Heritage.ALL).accept(binary.getSecurityContext());
        }
        files(resource).forEach(file -> sources.found.put(file, Heritage.ALL));
        return sources.found;
    }

    /** The files it tells of: what holds the same file is sensitive for the same reasons. */
    public static Set<String> files(Resource resource) {
        Stream<Attachment> held = Stream.empty();
        if (resource instanceof Media media) {
            held = Stream.of(media.getContent());
        } else if (resource instanceof DocumentReference document) {
            held = document.getContent().stream().map(DocumentReferenceContentComponent::getAttachment);
        }
        return held.map(Attachment::getUrl)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Consumer<Reference> add(Heritage heritage) {
        return reference -> {
            if (reference.hasReference() && !reference.getReference().startsWith("#")) {
                found.merge(reference.getReference(), heritage, (one, other) -> Heritage.ALL);
            }
        };
    }
}
