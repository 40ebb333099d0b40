package health.strand.labeling;

import health.strand.access.DataClass;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells by words, and by codes wherever they stand, what a resource is about. Not asked of what the clinic keeps about
 * itself, nor of consents and the audit trail: those speak of genes in order to say who may see them.
 */
final class GatedContent {

    private final GatedWords words;

    GatedContent(GatedWords words) {
        this.words = words;
    }

    Stream<Coding> labels(Resource resource, DataClass kind) {
        if (!isRead(resource, kind)) {
            return Stream.empty();
        }
        Wording wording = Wording.of(resource);
        Stream<Coding> coded = wording.codes().stream().anyMatch(GeneticCodes::tells)
                ? Stream.of(SensitiveContent.GENETIC.copy())
                : Stream.empty();
        return Stream.concat(
                coded,
                wording.texts().stream()
                        .flatMap(text -> words.labels(text).stream())
                        .distinct()
                        .map(SensitiveContent::sensitivity));
    }

    private static boolean isRead(Resource resource, DataClass kind) {
        if (resource instanceof Provenance provenance) {
            return provenance.getTarget().stream()
                    .noneMatch(target -> String.valueOf(target.getReference()).contains("Consent/"));
        }
        return switch (kind) {
            case REGISTRY, CONFORMANCE, PRIVACY, AUDIT -> false;
            case IDENTITY, ADMINISTRATION, BILLING, CLINICAL, SCALP_IMAGE, FACE_IMAGE, GENETIC, MARKETING, RESEARCH ->
                true;
        };
    }
}
