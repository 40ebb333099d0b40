package health.strand.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws readers, matter and consents from a small world, so that they meet often. */
final class RandomCases {

    static final List<PatientId> PATIENTS = List.of(Readers.ANA, Readers.BEN);
    static final List<String> SENSITIVITIES = List.of("GDIS", "PSY", "IDS", "PRS", "PDS");
    static final List<ClinicRole> ROLES = List.of(
            ClinicRole.SURGEON,
            ClinicRole.NURSE,
            ClinicRole.RECEPTION,
            ClinicRole.LABORATORY,
            ClinicRole.RESEARCHER,
            ClinicRole.EXTERNAL_CLINICIAN,
            ClinicRole.PRIVACY_OFFICER);
    private static final List<PurposeOfUse> PURPOSES = List.of(
            PurposeOfUse.TREAT,
            PurposeOfUse.TREAT,
            PurposeOfUse.TREAT,
            PurposeOfUse.ETREAT,
            PurposeOfUse.BTG,
            PurposeOfUse.PATADMIN,
            PurposeOfUse.HRESCH,
            PurposeOfUse.POARCH,
            PurposeOfUse.HCOMPL,
            PurposeOfUse.HOPERAT,
            PurposeOfUse.MLTRAINING,
            PurposeOfUse.PATRQT,
            PurposeOfUse.FAMRQT);
    private static final List<String> NAMES = List.of(
            "Practitioner/a",
            "PractitionerRole/a",
            "CareTeam/a",
            "Organization/a",
            "Group/a",
            "client/a",
            "id|1",
            "id|2");
    private static final List<String> RESOURCES =
            List.of("Observation/a", "Media/a", "Binary/a", "DocumentReference/a", "Encounter/a", "ImagingStudy/a");
    private static final List<String> CLASSES =
            List.of("Observation", "Media", "Binary", "DomainResource", "Resource", "urn:profile");

    private final Random random;

    RandomCases(long seed) {
        this.random = new Random(seed);
    }

    Reader reader() {
        ReaderKind kind = chance(2) ? ReaderKind.STAFF : one(List.of(ReaderKind.values()));
        return new Reader(
                kind,
                "Practitioner/a",
                chance(2) ? Set.of(one(ROLES)) : some(ROLES, 2),
                chance(2) ? ClientRole.OWN : one(List.of(ClientRole.values())),
                purposeOf(kind),
                some(NAMES, 5),
                relations(kind));
    }

    ResourceFacts facts() {
        return new ResourceFacts(
                one(RESOURCES),
                chance(10) ? Set.of() : chance(6) ? Set.copyOf(PATIENTS) : Set.of(one(PATIENTS)),
                one(List.of(DataClass.values())),
                one(List.of(Confidentiality.values())),
                chance(2) ? Set.of() : some(SENSITIVITIES, 2),
                some(NAMES, 2),
                chance(8) ? instant() : null,
                some(List.of("urn:profile"), 1),
                some(List.of("s|1", "s|2"), 2),
                chance(2) ? Set.of() : some(RESOURCES, 2),
                chance(3) ? null : chance(3) ? Span.at(instant()) : span(),
                chance(3) ? null : instant(),
                instant(),
                some(RESOURCES, 2),
                some(NAMES, 2));
    }

    List<ConsentDirective> consents() {
        List<ConsentDirective> consents = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            consents.add(consent("Consent/" + left));
        }
        return consents;
    }

    ConsentDirective consent(String reference) {
        PatientId patient = chance(4) ? Readers.BEN : Readers.ANA;
        if (chance(25)) {
            return ConsentDirective.unreadable(reference, "1", patient, chance(2));
        }
        return new ConsentDirective(reference, "1", patient, chance(4), provision(3), Readability.READABLE);
    }

    /** One to three levels, most elements absent. */
    Provision provision(int levels) {
        List<Provision> nested = new ArrayList<>();
        for (int left = levels > 1 ? random.nextInt(3) : 0; left > 0; left--) {
            nested.add(provision(levels - 1));
        }
        Effect type = chance(3) ? Effect.DENY : Effect.PERMIT;
        return new Provision(
                type,
                chance(10) ? span() : null,
                chance(4) ? List.copyOf(some(actors(), 2)) : List.of(),
                chance(3) ? some(PURPOSES, 3) : Set.of(),
                chance(8) ? some(List.of(Action.values()), 3) : Set.of(),
                chance(4) ? some(List.of(Confidentiality.values()), 2) : Set.of(),
                chance(4) ? some(SENSITIVITIES, 2) : Set.of(),
                chance(10) ? List.of(new ClassCriterion(one(CLASSES), Effect.PERMIT)) : List.of(),
                chance(10) ? List.of(new CodeCriterion(one(List.of("s|1", "s|2")))) : List.of(),
                chance(10) ? span() : null,
                chance(10) ? List.of(data(), data()) : List.of(),
                nested);
    }

    Action action() {
        return chance(2) ? Action.ACCESS : one(List.of(Action.values()));
    }

    Instant instant() {
        return Records.NOW.plusMillis(random.nextInt(7) - 3);
    }

    Set<String> gate() {
        return chance(3) ? Set.of("GDIS", "PSY") : Set.of("GDIS");
    }

    boolean absoluteOptOut() {
        return !chance(3);
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private PurposeOfUse purposeOf(ReaderKind kind) {
        if (chance(4)) {
            return one(PURPOSES);
        }
        return switch (kind) {
            case PATIENT -> PurposeOfUse.PATRQT;
            case REPRESENTATIVE -> PurposeOfUse.FAMRQT;
            case STAFF, SYSTEM -> chance(2) ? PurposeOfUse.TREAT : one(PURPOSES);
        };
    }

    private Map<PatientId, Relation> relations(ReaderKind kind) {
        Map<PatientId, Relation> relations = new HashMap<>();
        for (PatientId each : PATIENTS) {
            if (!chance(3)) {
                relations.put(each, chance(4) ? one(List.of(Relation.values())) : usual(kind));
            }
        }
        return relations;
    }

    private Relation usual(ReaderKind kind) {
        return switch (kind) {
            case PATIENT -> Relation.SELF;
            case REPRESENTATIVE -> Relation.REPRESENTATIVE;
            case STAFF -> one(List.of(Relation.EMERGENCY, Relation.CASE, Relation.BOOKED, Relation.TREATING));
            case SYSTEM -> Relation.NONE;
        };
    }

    private List<ActorCriterion> actors() {
        List<ActorCriterion> actors = new ArrayList<>();
        for (String name : NAMES) {
            actors.add(new ActorCriterion(name, some(List.of("id|1", "id|2"), 1), !chance(4)));
        }
        return actors;
    }

    private DataCriterion data() {
        return switch (random.nextInt(4)) {
            case 0 -> new InstanceCriterion(one(RESOURCES));
            case 1 -> new RelatedCriterion(one(RESOURCES), some(RESOURCES, 2));
            case 2 -> new DependentsCriterion(one(RESOURCES));
            default -> new AuthorCriterion(one(NAMES));
        };
    }

    private Span span() {
        @Nullable Instant start = chance(3) ? null : instant();
        Instant end = start == null ? instant() : start.plusMillis(1 + random.nextInt(3));
        return new Span(start, chance(3) ? null : end);
    }

    private <T> Set<T> some(List<T> from, int atMost) {
        Set<T> some = new HashSet<>();
        for (int left = random.nextInt(atMost + 1); left > 0; left--) {
            some.add(one(from));
        }
        return some;
    }
}
