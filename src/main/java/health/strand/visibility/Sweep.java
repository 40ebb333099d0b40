package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.DataClass;
import health.strand.access.Ground;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Step;
import health.strand.access.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the engine about everybody, in one picture. */
final class Sweep {

    private static final Set<Step> BESIDE_CONSENTS =
            EnumSet.of(Step.OWNER, Step.PRIVACY_OFFICER, Step.BREAK_GLASS, Step.BASE_POLICY);
    /** Nobody reckons with what ends so late. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final Verdicts verdicts;
    private final Picture picture;
    private final PatientId patient;
    private final Instant now;
    private final SortedSet<Instant> boundaries;
    private final Set<Asker> askers;
    private final Map<Instant, Readers> readers = new TreeMap<>();

    /** @param picture with everybody who holds a role */
    Sweep(Verdicts verdicts, Picture picture, PatientId patient, Instant now) {
        this.verdicts = verdicts;
        this.picture = picture;
        this.patient = patient;
        this.now = now;
        this.boundaries = new TreeSet<>(picture.boundaries(now));
        boundaries.removeIf(each -> each.isAfter(NEVER));
        this.askers = new Askers(picture, patient, now).all();
    }

    List<Sight> of(DataClass dataClass, List<Cell> cells) {
        List<Sight> found = new ArrayList<>();
        for (Asker asker : askers) {
            boolean usual = look(found, dataClass, cells, asker);
            if (!usual && asker.isStaff() && asker.purpose() != PurposeOfUse.BTG) {
                asker.inOtherApps(picture).forEach(each -> look(found, dataClass, cells, each));
            }
        }
        return found;
    }

    /**
     * Somebody as a reader at one instant; null when they are nobody then. A role that never reads the class is kept from it
     * by the keys of every transaction, whatever the engine says.
     */
    private Readers.@Nullable Asked asked(Asker asker, DataClass dataClass, Instant at) {
        if (!asker.isThere(readers(at), patient)) {
            return null;
        }
        Readers.Asked asked = asker.asked(readers(at));
        boolean reads = !asker.isStaff()
                || asked.reader().roles().stream()
                        .anyMatch(each -> each.readsAtMost().contains(dataClass));
        return reads ? asked : null;
    }

    /** Adds what they can see now; whether that is anything. */
    private boolean look(List<Sight> found, DataClass dataClass, List<Cell> cells, Asker asker) {
        Readers.Asked asked = asked(asker, dataClass, now);
        if (asked == null) {
            return false;
        }
        List<Cell> seen = cells.stream()
                .filter(cell -> verdicts.permits(asked, cell, now))
                .toList();
        if (seen.isEmpty()) {
            return false;
        }
        SortedSet<String> consents = new TreeSet<>();
        Set<Why> reasons = EnumSet.noneOf(Why.class);
        seen.forEach(cell -> explain(verdicts.permitting(asked, cell, now), consents, reasons));
        found.add(new Sight(
                onlooker(asked, asker.client()),
                dataClass,
                seen.size() == cells.size(),
                until(asker, dataClass, seen),
                consents,
                reasons));
        return true;
    }

    /** Patients see the same in every app of the clinic's. */
    private Onlooker onlooker(Readers.Asked asked, String client) {
        Reader reader = asked.reader();
        boolean usual = reader.kind() != ReaderKind.STAFF && reader.clientRole() == ClientRole.OWN;
        return new Onlooker(
                reader.kind(),
                reader.id(),
                reader.roles(),
                reader.purpose(),
                usual ? "" : client,
                reader.clientRole(),
                reader.to(patient));
    }

    /** What a step beside the consents permits rests on no consent. */
    private static void explain(List<Ground> permitting, Set<String> consents, Set<Why> reasons) {
        List<Ground> beside = permitting.stream()
                .filter(ground -> BESIDE_CONSENTS.contains(ground.step()))
                .toList();
        if (!beside.isEmpty()) {
            beside.forEach(ground -> reasons.add(ground.why()));
            return;
        }
        for (Ground ground : permitting) {
            String consent = ground.consent();
            if (consent != null) {
                consents.add(consent);
            }
        }
    }

    /** The first instant at which nothing of it is seen any more; null when none is known. */
    private @Nullable Instant until(Asker asker, DataClass dataClass, Collection<Cell> seen) {
        for (Instant each : boundaries) {
            Readers.Asked then = asked(asker, dataClass, each);
            if (then == null || seen.stream().noneMatch(cell -> verdicts.permits(then, cell, each))) {
                return each;
            }
        }
        return null;
    }

    private Readers readers(Instant at) {
        return readers.computeIfAbsent(at, each -> new Readers(picture, each));
    }
}
