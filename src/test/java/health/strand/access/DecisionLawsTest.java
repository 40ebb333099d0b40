package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold whatever consents say. */
class DecisionLawsTest {

    private static final int CASES = 20_000;

    private final RandomCases cases = new RandomCases(20262);
    private final PolicyDecisionPoint point =
            new PolicyDecisionPoint(RandomTables.random(new Random(7)).policy(), Set.of("GDIS", "PSY"), true);

    @Test
    void decidesAlikeInAnyOrderAndHoweverOftenAConsentIsGiven() {
        Random random = new Random(3);
        everyCase((reader, facts, action, consents, at, verdict) -> {
            List<ConsentDirective> shuffled = new ArrayList<>(consents);
            shuffled.addAll(consents);
            Collections.shuffle(shuffled, random);
            Verdict other = point.decide(reader, facts, action, shuffled, at);
            assertThat(other.effect()).isEqualTo(verdict.effect());
            assertThat(other.obligations()).isEqualTo(verdict.obligations());
            assertThat(other.grounds()).containsExactlyInAnyOrderElementsOf(verdict.grounds());
        });
    }

    @Test
    void opensNothingWhenADenyIsAdded() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            List<ConsentDirective> more = new ArrayList<>(consents);
            more.add(new ConsentDirective(
                    "Consent/no", "1", Readers.ANA, false, onlyDenies(cases.provision(3)), Readability.READABLE));
            assertThat(verdict.permits()
                            || !point.decide(reader, facts, action, more, at).permits())
                    .isTrue();
        });
    }

    @Test
    void opensNothingWhenAConsentCannotBeRead() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            for (boolean denies : List.of(true, false)) {
                List<ConsentDirective> more = new ArrayList<>(consents);
                more.add(ConsentDirective.unreadable("Consent/broken", "1", Readers.ANA, denies));
                assertThat(verdict.permits()
                                || !point.decide(reader, facts, action, more, at)
                                        .permits())
                        .isTrue();
            }
        });
    }

    /** Of trees without exceptions, where a deny that no longer matches may have hidden a permit. */
    @Test
    void opensNothingWhenConfidentialityRises() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            List<ConsentDirective> flat =
                    consents.stream().map(DecisionLawsTest::flat).toList();
            Verdict before = point.decide(reader, facts, action, flat, at);
            for (Confidentiality level : Confidentiality.values()) {
                if (level.compareTo(facts.confidentiality()) > 0) {
                    Verdict after =
                            point.decide(reader, labelled(facts, level, facts.sensitivities()), action, flat, at);
                    assertThat(before.permits() || !after.permits()).isTrue();
                }
            }
        });
    }

    @Test
    void opensNothingWhenASensitivityIsAddedThatNoConsentNames() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            Set<String> more = new HashSet<>(facts.sensitivities());
            more.add("HIV");
            Verdict after = point.decide(reader, labelled(facts, facts.confidentiality(), more), action, consents, at);
            assertThat(after.effect()).isEqualTo(verdict.effect());
        });
    }

    @Test
    void forgetsWhatHasExpired() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            List<ConsentDirective> more = new ArrayList<>(consents);
            Provision root = cases.provision(3);
            more.add(new ConsentDirective(
                    "Consent/old", "1", Readers.ANA, false, until(root, at), Readability.READABLE));
            assertThat(point.decide(reader, facts, action, more, at)).isEqualTo(verdict);
        });
    }

    @Test
    void showsOwnersTheirPrivacyRecordsAndAuditTrailInTheClinicsOwnApps() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            Reader ana = Readers.ana();
            for (DataClass each : List.of(DataClass.PRIVACY, DataClass.AUDIT)) {
                ResourceFacts record = Records.fact("Basic/x", each, facts.confidentiality());
                assertThat(point.decide(ana, Records.withheld(record, Instant.MAX), action, consents, at)
                                .permits())
                        .isTrue();
            }
        });
    }

    @Test
    void permitsForSeveralPatientsWhatEachOfThemPermits() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            boolean each = true;
            for (PatientId patient : RandomCases.PATIENTS) {
                each &= point.decide(reader, Records.of(facts, patient), action, consents, at)
                        .permits();
            }
            ResourceFacts both = Records.of(facts, Readers.ANA, Readers.BEN);
            assertThat(point.decide(reader, both, action, consents, at).permits())
                    .isEqualTo(each);
        });
    }

    /** What the visibility of cells rests on: a decision asks nothing of matter but what consents name beforehand. */
    @Test
    void asksOfMatterOnlyWhatConsentsName() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            Set<DataCriterion> named = new HashSet<>();
            consents.forEach(each -> named.addAll(each.criteria()));
            Matter cell = new Cell(facts, named);
            assertThat(point.decide(reader, cell, action, consents, at)).isEqualTo(verdict);
        });
    }

    @Test
    void changesOnlyAtBoundaries() {
        everyCase((reader, facts, action, consents, at, verdict) -> {
            Set<Instant> boundaries = new HashSet<>();
            consents.forEach(each -> boundaries.addAll(each.boundaries()));
            Instant next = at.plusMillis(1);
            boolean withheld = next.equals(facts.withheldFromPatientUntil());
            if (!boundaries.contains(next) && !withheld) {
                assertThat(point.decide(reader, facts, action, consents, next)).isEqualTo(verdict);
            }
        });
    }

    @Test
    void giveNoObligationsWithADeny() {
        everyCase((reader, facts, action, consents, at, verdict) ->
                assertThat(verdict.permits() || verdict.obligations().isEmpty()).isTrue());
    }

    private void everyCase(Law law) {
        for (int i = 0; i < CASES; i++) {
            Reader reader = cases.reader();
            ResourceFacts facts = cases.facts();
            Action action = cases.action();
            List<ConsentDirective> consents = cases.consents();
            Instant at = cases.instant();
            law.check(reader, facts, action, consents, at, point.decide(reader, facts, action, consents, at));
        }
    }

    private static Provision onlyDenies(Provision from) {
        return copy(
                from,
                Effect.DENY,
                from.period(),
                from.provisions().stream().map(DecisionLawsTest::onlyDenies).toList());
    }

    private static Provision until(Provision root, Instant end) {
        return copy(root, root.type(), new Span(null, end), root.provisions());
    }

    private static ConsentDirective flat(ConsentDirective from) {
        Provision root = copy(from.root(), from.root().type(), from.root().period(), List.of());
        return new ConsentDirective(
                from.reference(), from.version(), from.patient(), from.absolute(), root, from.readability());
    }

    private static Provision copy(Provision from, Effect type, @Nullable Span period, List<Provision> nested) {
        return from.with(draft -> {
            draft.type = type;
            draft.period = period;
            draft.provisions = nested;
        });
    }

    private static ResourceFacts labelled(ResourceFacts facts, Confidentiality level, Set<String> sensitivities) {
        return FactsDraft.with(facts, draft -> {
            draft.confidentiality = level;
            draft.sensitivities = sensitivities;
        });
    }

    private interface Law {
        void check(
                Reader reader,
                ResourceFacts facts,
                Action action,
                List<ConsentDirective> consents,
                Instant at,
                Verdict verdict);
    }

    /** Knows of its resources what it was told to look for, and fails on anything else. */
    private record Cell(ResourceFacts facts, Set<DataCriterion> named) implements Matter {

        @Override
        public Set<PatientId> patients() {
            return facts.patients();
        }

        @Override
        public DataClass dataClass() {
            return facts.dataClass();
        }

        @Override
        public Confidentiality confidentiality() {
            return facts.confidentiality();
        }

        @Override
        public Set<String> sensitivities() {
            return facts.sensitivities();
        }

        @Override
        public Set<String> performers() {
            return facts.performers();
        }

        @Override
        public @Nullable Instant withheldFromPatientUntil() {
            return facts.withheldFromPatientUntil();
        }

        @Override
        public boolean meets(DataCriterion criterion) {
            assertThat(named).contains(criterion);
            return criterion.isMetBy(facts);
        }
    }
}
