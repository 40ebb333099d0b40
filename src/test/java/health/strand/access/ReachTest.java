package health.strand.access;

import static health.strand.access.Requesters.ANA;
import static health.strand.access.Requesters.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReachTest {

    private static final List<Set<PatientId>> GROUPS = List.of(Set.of(), Set.of(ANA), Set.of(BEN), Set.of(ANA, BEN));

    @ParameterizedTest
    @MethodSource("reaches")
    void narrowsToItself(Reach reach) {
        assertThat(reach.and(reach)).isEqualTo(reach);
    }

    @ParameterizedTest
    @MethodSource("reaches")
    void comesToNothingWithNothing(Reach reach) {
        assertThat(reach.and(Reach.nothing())).isEqualTo(Reach.nothing());
    }

    @Test
    void isOfEverybodyWhereNoPatientAndNoClassIsLeftOut() {
        Capacity officer = new Capacity(Set.of(), "", Set.of(DataClass.AUDIT), Set.of());
        Reach all = new Reach(Set.of(), Set.of(), new AllPatients(), officer);
        assertThat(all.isOfEverybody(DataClass.AUDIT)).isTrue();
        assertThat(all.isOfEverybody(DataClass.PRIVACY)).isFalse();
        assertThat(new Reach(Set.of(), Set.of(), new OnlyPatients(Set.of(ANA)), officer).isOfEverybody(DataClass.AUDIT))
                .isFalse();
    }

    @Test
    void narrowsInAnyOrder() {
        for (Reach one : reaches().toList()) {
            for (Reach other : reaches().toList()) {
                assertThat(one.and(other)).isEqualTo(other.and(one));
            }
        }
    }

    @Test
    void narrowsInAnyGrouping() {
        List<Reach> some = reaches().limit(24).toList();
        for (Reach a : some) {
            for (Reach b : some) {
                for (Reach c : some) {
                    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
                }
            }
        }
    }

    @Test
    void neverReachesBeyondEither() {
        for (Reach one : reaches().toList()) {
            for (Reach other : reaches().toList()) {
                Reach both = one.and(other);
                assertThat(one.readable()).containsAll(both.readable());
                assertThat(one.writable()).containsAll(both.writable());
                assertThat(one.patients().covers(both.patients())).isTrue();
            }
        }
    }

    @Test
    void includesDataOnlyWhenEveryPatientIsWithinReach() {
        assertThat(OnlyPatients.of(ANA).includes(Set.of(ANA))).isTrue();
        assertThat(OnlyPatients.of(ANA).includes(Set.of(ANA, BEN))).isFalse();
        assertThat(new AllPatients().includes(Set.of(ANA, BEN))).isTrue();
    }

    @Test
    void keepsDataOfNobodyInParticularFromThoseHeldToSomePatients() {
        assertThat(OnlyPatients.of(ANA).includes(Set.of())).isFalse();
        assertThat(new AllPatients().includes(Set.of())).isTrue();
    }

    @Test
    void joinsPatients() {
        assertThat(OnlyPatients.of(ANA).or(OnlyPatients.of(BEN))).isEqualTo(new OnlyPatients(Set.of(ANA, BEN)));
        assertThat(OnlyPatients.of(ANA).or(new AllPatients())).isEqualTo(new AllPatients());
        assertThat(new AllPatients().or(OnlyPatients.of(ANA))).isEqualTo(new AllPatients());
        assertThat(OnlyPatients.of(ANA).covers(new AllPatients())).isFalse();
    }

    private static Stream<Reach> reaches() {
        Random random = new Random(7);
        List<Reach> reaches = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            int at = random.nextInt(GROUPS.size() + 1);
            PatientReach patients = at == GROUPS.size() ? new AllPatients() : new OnlyPatients(GROUPS.get(at));
            reaches.add(new Reach(
                    classes(random),
                    classes(random),
                    patients,
                    new Capacity(audiences(random), "app", classes(random), classes(random))));
        }
        return reaches.stream();
    }

    private static Set<Audience> audiences(Random random) {
        return Stream.of(ClinicRole.values())
                .filter(each -> random.nextBoolean())
                .map(Audience::of)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Set<DataClass> classes(Random random) {
        return Set.copyOf(Stream.of(DataClass.values())
                .filter(each -> random.nextBoolean())
                .toList());
    }
}
