package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As whom requesters of each kind stand before the record. */
class CapacitiesTest {

    private static Requester of(RequesterKind kind, ClientRole client, Set<PatientId> own, ClinicRole... roles) {
        return new Requester(
                "subject",
                kind == RequesterKind.REPRESENTATIVE ? "RelatedPerson/pat" : "Practitioner/p",
                "app",
                client,
                TokenPurpose.none(),
                kind,
                own,
                null,
                Set.of(roles),
                Scopes.none(),
                Assurance.STRONG,
                Set.of());
    }

    @Test
    void patientsStandAsThemselves() {
        Requester patient = of(RequesterKind.PATIENT, ClientRole.OWN, Set.of(Requesters.ANA, Requesters.BEN));

        assertThat(Capacities.of(patient))
                .isEqualTo(new Capacity(
                        Set.of(
                                new Audience("Patient/ana", PurposeOfUse.PATRQT),
                                new Audience("Patient/ben", PurposeOfUse.PATRQT)),
                        "app",
                        RoleTable.OPEN_TO_ALL,
                        Set.of()));
    }

    @Test
    void representativesStandInTheirOwnName() {
        Requester pat = of(RequesterKind.REPRESENTATIVE, ClientRole.OWN, Set.of(Requesters.ANA));

        assertThat(Capacities.of(pat))
                .isEqualTo(new Capacity(
                        Set.of(new Audience("RelatedPerson/pat", PurposeOfUse.FAMRQT)),
                        "app",
                        RoleTable.OPEN_TO_ALL,
                        Set.of()));
    }

    @Test
    void staffStandInTheirRolesAndInTheirOwnNameForEachOfTheirPurposes() {
        Requester both = of(RequesterKind.STAFF, ClientRole.OWN, Set.of(), ClinicRole.RECEPTION, ClinicRole.SURGEON);

        assertThat(Capacities.of(both))
                .isEqualTo(new Capacity(
                        Set.of(
                                new Audience("role/reception", PurposeOfUse.PATADMIN),
                                new Audience("Practitioner/p", PurposeOfUse.PATADMIN),
                                new Audience("role/surgeon", PurposeOfUse.TREAT),
                                new Audience("Practitioner/p", PurposeOfUse.TREAT),
                                new Audience("Practitioner/p", PurposeOfUse.BTG)),
                        "app",
                        RoleTable.OPEN_TO_ALL,
                        EnumSet.of(DataClass.IDENTITY, DataClass.ADMINISTRATION)));
    }

    @ParameterizedTest
    @EnumSource(ClientRole.class)
    void systemsOfOthersStandForThemselvesAlone(ClientRole role) {
        Audience itself = new Audience("client/app", PurposeOfUse.TREAT);
        Capacity others = new Capacity(Set.of(itself), "app", RoleTable.OPEN_TO_ALL, Set.of());
        Capacity own = new Capacity(
                Set.of(itself, new Audience("role/system", PurposeOfUse.TREAT)),
                "app",
                Audience.openToOwnSystems(),
                EnumSet.allOf(DataClass.class));

        assertThat(Capacities.of(of(RequesterKind.SYSTEM, role, Set.of())))
                .isEqualTo(role == ClientRole.OWN ? own : others);
        assertThat(Audience.openToOwnSystems()).contains(DataClass.AUDIT).doesNotContain(DataClass.GENETIC);
    }

    @Test
    void nobodyKnownStandsForNobody() {
        assertThat(Capacities.of(of(RequesterKind.UNKNOWN, ClientRole.OWN, Set.of(Requesters.ANA), ClinicRole.SURGEON)))
                .isEqualTo(Capacity.none());
    }

    @Test
    void reachesAsFarAsTheStandingAndTheRolesGo() {
        Requester surgeon = Requesters.staff(Requesters.allUser(), ClinicRole.SURGEON);
        DataClasses classes = RoleTable.of(Set.of(ClinicRole.SURGEON));

        assertThat(new AccessPolicy().farthest(surgeon))
                .isEqualTo(
                        new Reach(classes.readable(), classes.writable(), new AllPatients(), Capacities.of(surgeon)));
    }

    @Test
    void keepsOfTwoAllowancesTheOneThatLetsMoreThrough() {
        Allowance wide = new Allowance(new AllPatients(), java.util.List.of());
        Allowance narrow = new Allowance(
                new OnlyPatients(Set.of(Requesters.ANA)),
                java.util.List.of(new SearchRestriction("category", "laboratory")));

        assertThat(CoveringScopes.within(new AllPatients(), java.util.List.of(wide, narrow)))
                .containsExactly(wide);
        assertThat(CoveringScopes.within(new AllPatients(), java.util.List.of(narrow, wide)))
                .containsExactly(wide);
    }
}
