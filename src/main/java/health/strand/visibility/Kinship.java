package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.Heritage;
import health.strand.labeling.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds from what a resource was made. Only what its writer sees counts, and what was known to be its source before: from
 * anything else nobody learns by writing whether it is there, or how it is labelled.
 */
final class Kinship {

    private static final Pattern STORED = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private final StoredSources stored;
    private final VisibleReferences visible;
    private final DataClassifier classifier;
    private final Cells cells;
    private final String address;

    /** @param address of the FHIR endpoint */
    Kinship(StoredSources stored, VisibleReferences visible, DataClassifier classifier, Cells cells, String address) {
        this.stored = stored;
        this.visible = visible;
        this.classifier = classifier;
        this.cells = cells;
        this.address = address + "/";
    }

    /** Its sources that are stored. */
    Map<String, Heritage> sources(Resource resource) {
        Map<String, Heritage> written = new LinkedHashMap<>();
        Sources.of(resource).forEach((reference, heritage) -> {
            String local = local(resource, reference);
            if (local != null) {
                written.put(local, heritage);
            }
        });
        if (written.isEmpty()) {
            return written;
        }
        Set<String> counting = new HashSet<>(visible.among(written.keySet()));
        counting.addAll(stored.of(reference(resource)));
        written.keySet().retainAll(counting);
        return written;
    }

    /** Everything it was made from, as it says itself or as is known of it. */
    Set<String> all(Resource resource) {
        Set<String> all = new HashSet<>(sources(resource).keySet());
        all.addAll(stored.of(reference(resource)));
        return all;
    }

    /** The labels that a resource takes from its sources, from those too that are stored in the same transaction. */
    List<Coding> labels(Resource resource) {
        List<Coding> labels = new ArrayList<>();
        Sources.of(resource)
                .forEach((reference, heritage) -> PlannedIds.entry(resource, reference)
                        .ifPresent(entry ->
                                labels.addAll(heritage.of(entry.getMeta().getSecurity(), classifier.classify(entry)))));
        labels.addAll(labels(sources(resource)));
        return labels;
    }

    /** The labels that these sources pass on. */
    List<Coding> labels(Map<String, Heritage> sources) {
        List<Coding> labels = new ArrayList<>();
        sources.forEach((source, heritage) ->
                stored.labelled(source).ifPresent(each -> labels.addAll(heritage.of(each.labels(), each.dataClass()))));
        return labels;
    }

    /**
     * What decides where a resource lies and stands elsewhere.
     *
     * @param kind its class, which for what is said about other records is theirs
     * @param cells where the stored records lie that it is about
     * @param entries those it is about that are stored in the same transaction
     */
    record About(DataClass kind, Collection<Integer> cells, List<Resource> entries) {}

    /** Of a Provenance; anything else stands for itself. */
    About about(Resource resource) {
        DataClass own = classifier.classify(resource);
        if (!(resource instanceof Provenance provenance)) {
            return new About(own, List.of(), List.of());
        }
        Collection<Integer> targets = targets(provenance);
        List<Resource> entries = entries(provenance);
        if (own == DataClass.GENETIC) {
            return new About(own, targets, entries);
        }
        List<DataClass> classes = new ArrayList<>();
        entries.forEach(entry -> classes.add(classifier.classify(entry)));
        targets.forEach(cell -> DataClass.fromNumber(cell & Cells.CLASSES).ifPresent(classes::add));
        return new About(DataClassifier.about(classes), targets, entries);
    }

    private static List<Resource> entries(Provenance provenance) {
        return provenance.getTarget().stream()
                .map(target -> PlannedIds.entry(provenance, target.getReference()))
                .flatMap(Optional::stream)
                .filter(entry -> !(entry instanceof Provenance))
                .toList();
    }

    private Collection<Integer> targets(Provenance provenance) {
        Set<String> targets = new HashSet<>();
        for (Reference target : provenance.getTarget()) {
            String local = local(provenance, target.getReference());
            if (local != null) {
                targets.add(local);
            }
        }
        targets.retainAll(sources(provenance).keySet());
        return cells.current(targets).values();
    }

    static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** {@code Type/id} of what a reference points to in this server; null for what is elsewhere. */
    private @Nullable String local(Resource resource, @Nullable String written) {
        UnaryOperator<String> names = PlannedIds.resolverOf(resource);
        String reference = written == null ? null : names.apply(written);
        if (reference == null) {
            return null;
        }
        String path = reference.startsWith(address) ? reference.substring(address.length()) : reference;
        String local = path.replaceFirst("/_history/.*$", "");
        boolean sameFile = !"Binary".equals(resource.fhirType()) || !local.startsWith("Patient/");
        return STORED.matcher(local).matches()
                        && sameFile
                        && !local.equals(reference(resource))
                        && new IdType(local).hasIdPart()
                ? local
                : null;
    }
}
