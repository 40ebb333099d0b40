package health.strand.visibility;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Keeps resources in the cell their content asks for: plans ids before a transaction, and moves all rows of a resource
 * whose final content belongs elsewhere than where it was put, in the same database transaction.
 */
@Interceptor
public final class CellMoves {

    private final CellAssignment assignment;
    private final FreshCells fresh;
    private final Cells cells;
    private final Inheritance inheritance;
    private final Moves moves;
    private final EntityManager entities;

    CellMoves(
            CellAssignment assignment,
            FreshCells fresh,
            Cells cells,
            Inheritance inheritance,
            Moves moves,
            EntityManager entities) {
        this.moves = moves;
        this.inheritance = inheritance;
        this.assignment = assignment;
        this.fresh = fresh;
        this.cells = cells;
        this.entities = entities;
    }

    /** Before a transaction or a batch entry. */
    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void planIds(IBaseBundle transaction) {
        PlannedIds.plan((Bundle) transaction, new HashMap<>());
    }

    /** Before a resource is created, within the transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource created) {
        Resource resource = (Resource) created;
        if (CellAssignment.hasNoCell(resource)) {
            return;
        }
        assignment.patientItself(resource).ifPresent(patient -> fresh.registering(resource, patient));
        int wanted = assignment.cell(resource);
        // its rows go where it was put, which may have been decided before what it is about could be found
        CellAssignment.of(resource).stream().filter(cell -> cell != wanted).forEach(cell -> enter(resource, cell));
        enter(resource, wanted);
    }

    /** Before a new version of a resource is stored, within the transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(IBaseResource before, IBaseResource after) {
        Resource resource = (Resource) after;
        if (!CellAssignment.hasNoCell(resource)) {
            cells.current(resource.fhirType(), resource.getIdElement().getIdPart())
                    .ifPresent(cell -> enter(resource, cell));
        }
    }

    private void enter(Resource resource, int cell) {
        if (cell >> Cells.CLASS_BITS != 0) {
            fresh.entering(resource, cells.describe(cell));
        }
    }

    /** After a resource is created, with its references resolved. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created) {
        Resource resource = (Resource) created;
        if (CellAssignment.hasNoCell(resource)) {
            return;
        }
        inheritance.take(resource);
        int wanted = assignment.cell(resource);
        inheritance.pass(resource, !CellAssignment.isPutIn(resource, wanted) && settle(resource, wanted));
    }

    /**
     * After a resource is changed. Where its content was put says nothing here: a conditional update puts it in the new
     * content's cell before it finds the stored rows, which lie where they lay.
     */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        Resource resource = (Resource) after;
        if (CellAssignment.hasNoCell(resource)) {
            return;
        }
        inheritance.take(resource);
        inheritance.pass(resource, settle(resource, assignment.cellOfAllVersions(resource)));
    }

    private boolean liesIn(Resource resource, int wanted) {
        OptionalInt now =
                cells.current(resource.fhirType(), resource.getIdElement().getIdPart());
        return now.isPresent() && now.getAsInt() == wanted;
    }

    /** Whether it did not lie there. */
    private boolean settle(Resource resource, int wanted) {
        CellAssignment.putIn(resource, wanted);
        if (liesIn(resource, wanted)) {
            return false;
        }
        enter(resource, wanted);
        entities.flush();
        row(resource).ifPresent(row -> moves.move(row, wanted));
        return true;
    }

    /** The number of its rows, when they are within reach. */
    private Optional<Long> row(Resource resource) {
        List<?> found = entities.createNativeQuery(
                        "select res_id from hfj_resource where res_type = :type and fhir_id = :id")
                .setParameter("type", resource.fhirType())
                .setParameter("id", resource.getIdElement().getIdPart())
                .getResultList();
        return found.stream().findFirst().map(row -> ((Number) row).longValue());
    }
}
