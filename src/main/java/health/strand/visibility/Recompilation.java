package health.strand.visibility;

import health.strand.access.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Compiles decisions anew when what they were made by changes, before the transaction that changes it commits. When the
 * answer to a withdrawal is on its way, nobody's next statement sees the data any more.
 */
final class Recompilation {

    private final Directives directives;
    private final Pictures pictures;
    private final Cells cells;
    private final Verdicts verdicts;
    private final Grants grants;
    private final Retraiting retraiting;
    private final Clock clock;

    Recompilation(
            Directives directives,
            Pictures pictures,
            Cells cells,
            Verdicts verdicts,
            Grants grants,
            Retraiting retraiting,
            Clock clock) {
        this.directives = directives;
        this.pictures = pictures;
        this.cells = cells;
        this.verdicts = verdicts;
        this.grants = grants;
        this.retraiting = retraiting;
        this.clock = clock;
    }

    /** Everything about these patients is compiled before the transaction commits. */
    void patients(Collection<PatientId> patients) {
        if (!patients.isEmpty()) {
            pending().patients.addAll(patients);
        }
    }

    /** So is everything about patients whose decisions were made by these references. */
    void references(Collection<String> references) {
        if (!references.isEmpty()) {
            grants.dependingOn(references).forEach(each -> pending().patients.add(new PatientId(each)));
        }
    }

    /** A cell nobody has compiled yet is compiled before the transaction commits. */
    void cell(Cell cell) {
        pending().cells.add(cell);
    }

    /** Compiles one cell at once, for a writer who may write only where somebody may read. */
    void now(Cell cell) {
        compile(List.of(cell), cell.patients());
    }

    /** Compiles everything about a patient at once, for whoever must know what becomes of it. */
    void now(PatientId patient) {
        everythingAbout(Set.of(patient));
    }

    /** Compiles at once what would be compiled before the transaction commits, for one that does not. */
    void settle() {
        pending().beforeCommit(false);
    }

    private Pending pending() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound instanceof Pending pending) {
            return pending;
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void everythingAbout(Set<PatientId> patients) {
        // a cell may be about several patients, and is decided by the consents of all of them
        Set<PatientId> involved = new TreeSet<>(patients);
        cells.about(patients).forEach(each -> involved.addAll(each.patients()));
        directives.alone(involved);
        retraiting.ofAll(patients);
        grants.forgetDependencies(patients);
        cells.about(patients).stream()
                .collect(Collectors.groupingBy(Cell::patients))
                .forEach((together, some) -> compile(some, together));
    }

    private void compile(List<Cell> some, Set<PatientId> patients) {
        Set<String> performers = new HashSet<>();
        some.forEach(each -> performers.addAll(each.performers()));
        Picture picture = pictures.of(patients, performers);
        Instant now = clock.instant();
        List<CompiledCell> compiled = new CellCompiler(verdicts, picture, now).compile(some);
        grants.replace(compiled);
        Set<String> references = new TreeSet<>(picture.named());
        compiled.forEach(each -> references.addAll(each.dependencies()));
        grants.dependOn(patients, references);
    }

    /** What is still to be compiled in this transaction. */
    private final class Pending implements TransactionSynchronization {

        private final Set<PatientId> patients = new TreeSet<>();
        private final Set<Cell> cells = new HashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            Set<PatientId> whole = Set.copyOf(patients);
            if (!whole.isEmpty()) {
                everythingAbout(whole);
            }
            cells.stream()
                    .filter(each -> each.patients().stream().noneMatch(whole::contains))
                    .collect(Collectors.groupingBy(Cell::patients))
                    .forEach((together, some) -> compile(some, together));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Recompilation.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Recompilation.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Recompilation.this);
        }
    }
}
