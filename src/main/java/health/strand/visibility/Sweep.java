package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.Ground;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.Step;
import health.strand.access.Why;
import health.strand.careteam.HeldRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
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

    private static final Set<ClientRole> OF_STAFF = EnumSet.of(ClientRole.OWN, ClientRole.PROCESSOR);
    private static final Set<Step> BESIDE_CONSENTS =
            EnumSet.of(Step.OWNER, Step.PRIVACY_OFFICER, Step.BREAK_GLASS, Step.BASE_POLICY);
    /** Nobody reckons with what ends so late. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final Verdicts verdicts;
    private final Picture picture;
    private final List<HeldRole> held;
    private final PatientId patient;
    private final Instant now;
    private final SortedSet<Instant> boundaries;
    private final Map<Instant, Readers> readers = new TreeMap<>();
    private final Map<Instant, Map<String, Map<PurposeOfUse, Set<ClinicRole>>>> rolesByInstant = new TreeMap<>();

    Sweep(Verdicts verdicts, Picture picture, List<HeldRole> held, PatientId patient, Instant now) {
        this.verdicts = verdicts;
        this.picture = picture;
        this.held = held;
        this.patient = patient;
        this.now = now;
        this.boundaries = new TreeSet<>(picture.boundaries(now));
        held.forEach(each -> boundaries.add(each.until()));
        boundaries.removeIf(each -> !each.isAfter(now) || each.isAfter(NEVER));
    }

    /** Somebody as a reader at one instant; null when they are nobody then. */
    private interface Candidate {

        Readers.@Nullable Asked at(Instant instant);
    }

    List<Sight> of(DataClass dataClass, List<Cell> cells) {
        List<Sight> found = new ArrayList<>();
        ofPatient(found, dataClass, cells);
        ofStaff(found, dataClass, cells);
        picture.openers(now)
                .forEach(person -> look(found, dataClass, cells, "", at -> inEmergency(person, dataClass, at)));
        look(found, dataClass, cells, "", at -> readers(at).system("", ClientRole.OWN));
        picture.clients().forEach((client, role) -> {
            if (role != ClientRole.OWN) {
                look(found, dataClass, cells, client, at -> readers(at).system(client, role));
            }
        });
        return found;
    }

    private void ofPatient(List<Sight> found, DataClass dataClass, List<Cell> cells) {
        look(found, dataClass, cells, "", at -> readers(at).owner(patient, "", ClientRole.OWN));
        look(found, dataClass, cells, "", at -> readers(at).owner(patient, "", ClientRole.PATIENT_APP));
        picture.distinguished(Set.of(ClientRole.PATIENT_APP)).forEach((client, role) -> {
            if (role != ClientRole.OWN && picture.named().contains("client/" + client)) {
                look(found, dataClass, cells, client, at -> readers(at).owner(patient, client, role));
            }
        });
        for (String person : picture.representatives(now)) {
            look(
                    found,
                    dataClass,
                    cells,
                    "",
                    at -> picture.representedBy(person, at).contains(patient)
                            ? readers(at).representative(person, "", ClientRole.OWN)
                            : null);
        }
    }

    private void ofStaff(List<Sight> found, DataClass dataClass, List<Cell> cells) {
        rolesAt(now)
                .forEach((person, byPurpose) -> byPurpose.keySet().forEach(purpose -> {
                    boolean usual = look(
                            found,
                            dataClass,
                            cells,
                            "",
                            at -> staff(person, purpose, dataClass, at, "", ClientRole.OWN));
                    if (!usual) {
                        picture.distinguished(OF_STAFF)
                                .forEach((client, role) -> look(
                                        found,
                                        dataClass,
                                        cells,
                                        client,
                                        at -> staff(person, purpose, dataClass, at, client, role)));
                    }
                }));
    }

    /** A role that never reads the class is kept from it by the keys of every transaction, whatever the engine says. */
    private Readers.@Nullable Asked staff(
            String person, PurposeOfUse purpose, DataClass dataClass, Instant at, String client, ClientRole role) {
        Set<ClinicRole> acting = rolesAt(at).getOrDefault(person, Map.of()).getOrDefault(purpose, Set.of());
        return acting.stream().anyMatch(each -> each.readsAtMost().contains(dataClass))
                ? readers(at).person(person, acting, purpose, client, role)
                : null;
    }

    private Readers.@Nullable Asked inEmergency(String person, DataClass dataClass, Instant at) {
        Set<ClinicRole> acting = rolesAt(at).getOrDefault(person, Map.of()).getOrDefault(PurposeOfUse.TREAT, Set.of());
        boolean reads = acting.stream().anyMatch(each -> each.readsAtMost().contains(dataClass));
        return reads && picture.openedBy(person, at).contains(patient)
                ? readers(at).inEmergency(person, acting, "", ClientRole.OWN)
                : null;
    }

    /** Adds what they can see now; whether that is anything. */
    private boolean look(List<Sight> found, DataClass dataClass, List<Cell> cells, String client, Candidate candidate) {
        Readers.Asked asked = candidate.at(now);
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
                onlooker(asked, client),
                dataClass,
                seen.size() == cells.size(),
                until(candidate, seen),
                consents,
                reasons));
        return true;
    }

    private Onlooker onlooker(Readers.Asked asked, String client) {
        Reader reader = asked.reader();
        return new Onlooker(
                reader.kind(),
                reader.id(),
                reader.roles(),
                reader.purpose(),
                client,
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
    private @Nullable Instant until(Candidate candidate, Collection<Cell> seen) {
        for (Instant each : boundaries) {
            Readers.Asked then = candidate.at(each);
            if (then == null || seen.stream().noneMatch(cell -> verdicts.permits(then, cell, each))) {
                return each;
            }
        }
        return null;
    }

    private Readers readers(Instant at) {
        return readers.computeIfAbsent(at, each -> new Readers(picture, each));
    }

    private Map<String, Map<PurposeOfUse, Set<ClinicRole>>> rolesAt(Instant at) {
        return rolesByInstant.computeIfAbsent(at, instant -> {
            Map<String, Map<PurposeOfUse, Set<ClinicRole>>> people = new TreeMap<>();
            held.stream()
                    .filter(each -> Onlookers.holds(each, instant))
                    .forEach(each -> people.computeIfAbsent(
                                    "Practitioner/" + each.practitioner(), any -> new EnumMap<>(PurposeOfUse.class))
                            .computeIfAbsent(each.role().purpose(), any -> EnumSet.noneOf(ClinicRole.class))
                            .add(each.role()));
            return people;
        });
    }
}
