package health.strand.visibility;

import health.strand.consent.Withholding;
import health.strand.labeling.Heritage;
import health.strand.labeling.SecurityLabeler;
import health.strand.labeling.Sources;
import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * Has what was made from something bear what that bears: when it is written, and again when its source is labelled later,
 * in the transaction that does so. Labels only rise, so it comes to an end.
 */
final class Inheritance {

    private final Kinship kinship;
    private final StoredSources stored;
    private final SecurityLabeler labeler;
    private final CellAssignment assignment;
    private final FreshCells fresh;
    private final Cells cells;
    private final Moves moves;
    private final EntityManager entities;

    Inheritance(
            Kinship kinship,
            StoredSources stored,
            SecurityLabeler labeler,
            CellAssignment assignment,
            FreshCells fresh,
            Cells cells,
            Moves moves,
            EntityManager entities) {
        this.moves = moves;
        this.kinship = kinship;
        this.stored = stored;
        this.labeler = labeler;
        this.assignment = assignment;
        this.fresh = fresh;
        this.cells = cells;
        this.entities = entities;
    }

    /** When a resource is stored and its references are resolved: it takes what its sources bear. */
    void take(Resource resource) {
        Map<String, Heritage> sources = kinship.sources(resource);
        if (sources.isEmpty()) {
            return;
        }
        entities.flush();
        String reference = Kinship.reference(resource);
        stored.record(reference, sources);
        if (labeler.raise(resource, kinship.labels(sources))) {
            stored.labelled(reference)
                    .ifPresent(each -> stored.bear(each, resource.getMeta().getSecurity()));
        }
        // a file is told of by what holds it, and bears its labels
        Sources.files(resource).stream()
                .map(file -> file.replaceFirst("^.*/(Binary/[^/]+).*$", "$1"))
                .filter(sources::containsKey)
                .forEach(file -> stored.record(file, Map.of(reference, Heritage.ALL)));
    }

    /**
     * When a resource lies in its cell: what was made from it rises with it.
     *
     * @param moved whether it came to bear something it did not bear when it was put there
     */
    void pass(Resource resource, boolean moved) {
        if (moved || !Sources.files(resource).isEmpty()) {
            entities.flush();
            Deque<String> risen = new ArrayDeque<>(List.of(Kinship.reference(resource)));
            while (!risen.isEmpty()) {
                String source = risen.remove();
                Map<String, Heritage> made = stored.madeFrom(source);
                Optional<StoredSources.Labelled> from = made.isEmpty() ? Optional.empty() : stored.labelled(source);
                from.ifPresent(labelled -> made.forEach((derivative, heritage) -> {
                    if (rises(derivative, heritage.of(labelled.labels(), labelled.dataClass()))) {
                        risen.add(derivative);
                    }
                }));
            }
        }
    }

    private boolean rises(String derivative, Collection<Coding> inherited) {
        Optional<StoredSources.Labelled> now = stored.labelled(derivative);
        if (now.isEmpty() || isBorne(now.get(), inherited)) {
            return false;
        }
        Optional<Resource> resource = stored.read(now.get());
        resource.filter(each -> labeler.raise(each, inherited))
                .ifPresent(each -> stored.bear(now.get(), each.getMeta().getSecurity()));
        return resource.filter(each -> moves(now.get(), each)).isPresent();
    }

    private boolean moves(StoredSources.Labelled now, Resource resource) {
        int wanted = assignment.cellOfAllVersions(resource);
        if (wanted == now.cell()) {
            return false;
        }
        if (wanted >> Cells.CLASS_BITS != 0) {
            fresh.foreseen(cells.describe(wanted));
        }
        moves.move(now.row(), wanted);
        return true;
    }

    /** Of a record about others the labels do not tell the class, and of none until when it is kept from the patient. */
    private static boolean isBorne(StoredSources.Labelled stored, Collection<Coding> inherited) {
        Map<String, Coding> borne = new HashMap<>();
        stored.labels().forEach(label -> borne.put(label.getSystem() + "|" + label.getCode(), label));
        return !stored.reference().startsWith("Provenance/")
                && inherited.stream().noneMatch(Withholding::isSaidBy)
                && inherited.stream()
                        .allMatch(label -> borne.containsKey(label.getSystem() + "|" + label.getCode())
                                || SecurityLabeler.isOutdone(label, borne.values()));
    }
}
