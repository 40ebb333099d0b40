package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.Reader;
import health.strand.access.Verdict;
import health.strand.careteam.ClinicRoles;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the engine of a running server why somebody sees a stored resource or does not: about the cell the server has put
 * it in, with the picture the server draws from what is stored. Nothing here is made up; it is what was compiled from.
 */
public final class AskedEngine {

    private final Cells cells;
    private final Pictures pictures;
    private final PolicyDecisionPoint decisions;
    private final ClinicRoles roles;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** @param visibility the server's own */
    public AskedEngine(Visibility visibility, ClinicRoles roles, KeyedTransactionManager transactions, Clock clock) {
        Object recompilation = part(visibility, "recompilation", Recompilation.class);
        this.cells = part(recompilation, "cells", Cells.class);
        this.pictures = part(recompilation, "pictures", Pictures.class);
        Object verdicts = part(recompilation, "verdicts", Verdicts.class);
        this.decisions = part(verdicts, "decisions", PolicyDecisionPoint.class);
        this.roles = roles;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static <T> T part(Object whole, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(ReflectionTestUtils.getField(whole, name)));
    }

    /**
     * @param resource such as {@code Media/x}
     * @param person such as {@code Practitioner/x} or {@code Patient/x}; empty for a back end
     * @param client the app used, or the back end
     */
    public Verdict why(String resource, String person, String client) {
        return Objects.requireNonNull(CurrentKeys.during(
                TransactionKeys.CONFORMANCE, () -> transaction.execute(status -> decide(resource, person, client))));
    }

    private Verdict decide(String resource, String person, String client) {
        String[] parts = resource.split("/", -1);
        OptionalInt number = cells.current(parts[0], parts[1]);
        Cell cell = cells.describe(number.orElseThrow());
        Picture picture = pictures.of(cell.patients(), cell.performers());
        Instant now = clock.instant();
        Reader reader = reader(picture, now, person, client).reader();
        boolean leaves = reader.clientRole() == ClientRole.PATIENT_APP || reader.clientRole() == ClientRole.RECIPIENT;
        return decisions.decide(reader, cell, leaves ? Action.DISCLOSE : Action.ACCESS, picture.directives(), now);
    }

    private Readers.Asked reader(Picture picture, Instant now, String person, String client) {
        Readers readers = new Readers(picture, now);
        ClientRole role = picture.clients().getOrDefault(client, ClientRole.PATIENT_APP);
        if (person.isEmpty()) {
            return readers.system(client, role);
        }
        if (person.startsWith("Patient/")) {
            return readers.owner(new PatientId(person.substring("Patient/".length())), client, role);
        }
        if (person.startsWith("RelatedPerson/")) {
            return readers.representative(person, client, role);
        }
        return staff(picture, readers, now, person, client, role);
    }

    /** Somebody the picture does not single out is one of the holders of a role, and decided about as that. */
    private Readers.Asked staff(
            Picture picture, Readers readers, Instant now, String person, String client, ClientRole role) {
        Set<ClinicRole> held = roles.now(person.substring("Practitioner/".length()));
        ClinicRole acting = held.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("somebody without a role: " + person));
        return picture.individuals().contains(person)
                ? readers.person(
                        person, picture.rolesAt(now).getOrDefault(person, Set.of()), acting.purpose(), client, role)
                : readers.anybody(acting, client, role);
    }
}
