package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.AllPatients;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransactionKeysTest {

    @Test
    void saysEverybodyAsAStar() {
        TransactionKeys keys = TransactionKeys.of(
                new Reach(Set.of(DataClass.CLINICAL, DataClass.IDENTITY), Set.of(), new AllPatients()), List.of());

        assertThat(keys).isEqualTo(new TransactionKeys("*", "1,4", "", List.of()));
    }

    @Test
    void namesThePatientsOtherwise() {
        OnlyPatients two = new OnlyPatients(Set.of(new PatientId("b"), new PatientId("a")));

        assertThat(TransactionKeys.of(new Reach(Set.of(), Set.of(DataClass.GENETIC), two), List.of()))
                .isEqualTo(new TransactionKeys("a,b", "", "7", List.of()));
    }

    @Test
    void opensNothingForAReachOfNothing() {
        assertThat(TransactionKeys.of(Reach.nothing(), List.of()))
                .isEqualTo(new TransactionKeys("", "", "", List.of()));
    }
}
