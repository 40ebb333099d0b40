package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.AllPatients;
import health.strand.access.Audience;
import health.strand.access.Capacity;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reach;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransactionKeysTest {

    @Test
    void saysEverybodyAsAStar() {
        TransactionKeys keys = TransactionKeys.of(
                new Reach(
                        Set.of(DataClass.CLINICAL, DataClass.IDENTITY),
                        Set.of(),
                        new AllPatients(),
                        new Capacity(
                                Set.of(Audience.of(ClinicRole.SURGEON), Audience.of(ClinicRole.BILLING)),
                                "app",
                                Set.of(DataClass.REGISTRY),
                                Set.of(DataClass.BILLING))),
                List.of());

        assertThat(keys)
                .isEqualTo(new TransactionKeys(
                        "*",
                        "1,4",
                        "",
                        "0",
                        "3",
                        List.of(
                                new Audience("role/billing", PurposeOfUse.HPAYMT),
                                new Audience("role/surgeon", PurposeOfUse.TREAT)),
                        "app",
                        List.of()));
        assertThat(keys.takesIn(DataClass.BILLING)).isTrue();
        assertThat(keys.takesIn(DataClass.CLINICAL)).isFalse();
    }

    @Test
    void namesThePatientsOtherwise() {
        OnlyPatients two = new OnlyPatients(Set.of(new PatientId("b"), new PatientId("a")));

        assertThat(TransactionKeys.of(new Reach(Set.of(), Set.of(DataClass.GENETIC), two, Capacity.none()), List.of()))
                .isEqualTo(new TransactionKeys("a,b", "", "7", "", "", List.of(), "", List.of()));
    }

    @Test
    void opensNothingForAReachOfNothing() {
        assertThat(TransactionKeys.of(Reach.nothing(), List.of()))
                .isEqualTo(new TransactionKeys("", "", "", "", "", List.of(), "", List.of()));
    }

    @Test
    void knowsThePersonWhoComesForAPurpose() {
        Audience person = new Audience("Practitioner/sora", PurposeOfUse.TREAT);
        Capacity treating = new Capacity(Set.of(person, Audience.of(ClinicRole.NURSE)), "app", Set.of(), Set.of());

        assertThat(TransactionKeys.of(new Reach(Set.of(), Set.of(), new AllPatients(), treating), List.of())
                        .person(PurposeOfUse.TREAT))
                .contains("Practitioner/sora");
        assertThat(TransactionKeys.of(new Reach(Set.of(), Set.of(), new AllPatients(), treating), List.of())
                        .person(PurposeOfUse.PATADMIN))
                .isEmpty();
    }
}
