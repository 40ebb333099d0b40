package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Assurance;
import health.strand.access.ClinicRole;
import health.strand.access.ImplicitPolicy;
import health.strand.access.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenedRecordsTest {

    private static final String SORA = "Practitioner/sora";
    private static final Set<PatientId> OPEN = Set.of(new PatientId("ana"));

    private final List<String> asked = new ArrayList<>();
    private final OpenedRecords records = new OpenedRecords(ImplicitPolicy.shipped(), person -> {
        asked.add(person);
        return OPEN;
    });

    @Test
    void areThoseOfWhoeverHoldsARoleThatOpensSome() {
        Set<ClinicRole> roles = Set.of(ClinicRole.RECEPTION, ClinicRole.SURGEON);

        assertThat(records.of(SORA, roles, Assurance.STRONG)).isEqualTo(OPEN);
        assertThat(asked).containsExactly(SORA);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClinicRole.class,
            names = {"RECEPTION", "MARKETING", "BILLING", "PRIVACY_OFFICER", "RESEARCHER"})
    void areNotAskedForWhereNoRoleOpensAny(ClinicRole role) {
        assertThat(records.of(SORA, Set.of(role), Assurance.STRONG)).isEmpty();
        assertThat(records.of(SORA, Set.of(), Assurance.STRONG)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void areNotAskedForAfterAPasswordAlone() {
        assertThat(records.of(SORA, Set.of(ClinicRole.SURGEON), Assurance.BASIC))
                .isEmpty();
        assertThat(asked).isEmpty();
    }
}
