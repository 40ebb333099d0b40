package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTableTest {

    /** The numbers of the classes each role may read and write at most, and of those it reads of everybody. */
    @ParameterizedTest
    @CsvSource({
        "SURGEON, 0 1 2 4 5 6 7 12, 1 2 4 5 6 7, 0 12",
        "DERMATOLOGIST, 0 1 2 4 5 6 7 12, 1 2 4 5 6 7, 0 12",
        "TRICHOLOGIST, 0 1 2 4 5 6 7 12, 1 2 4 5 6 7, 0 12",
        "NURSE, 0 1 2 4 5 6 7 12, 2 4 5 6, 0 12",
        "TECHNICIAN, 0 1 2 4 5 6 7 12, 2 4 5 6, 0 12",
        "RECEPTION, 0 1 2 12, 1 2, 0 12",
        "BILLING, 0 1 3 12, 3, 0 1 3 12",
        "MARKETING, 0 10 12, '', 0 12",
        "MANAGER, 0 12, '', 0 12",
        "ADMINISTRATOR, 0 12, 0, 0 12",
        "PRIVACY_OFFICER, 0 1 4 5 6 7 8 9 12, '', 0 8 9 12",
        "RESEARCHER, 0 11 12, '', 0 12",
        "LABORATORY, 0 7 12, '', 0 12",
        "IMAGING_VENDOR, 0 12, '', 0 12",
        "ANALYTICS_VENDOR, 0 4 5 12, '', 0 12",
        "EXTERNAL_CLINICIAN, 0 1 2 4 5 6 7 12, '', 0 12"
    })
    void givesEachRoleItsClasses(ClinicRole role, String readable, String writable, String everywhere) {
        assertThat(numbers(RoleTable.of(Set.of(role)).readable())).isEqualTo(readable);
        assertThat(numbers(role.readsAtMost())).isEqualTo(readable);
        assertThat(numbers(RoleTable.of(Set.of(role)).writable())).isEqualTo(writable);
        assertThat(numbers(role.readsOfEverybody())).isEqualTo(everywhere);
    }

    @ParameterizedTest
    @EnumSource(ClinicRole.class)
    void opensGeneticDataOfEverybodyToNoRole(ClinicRole role) {
        assertThat(RoleTable.everywhere(Set.of(role))).doesNotContain(DataClass.GENETIC);
        assertThat(RoleTable.intake(Set.of(role))).doesNotContain(DataClass.GENETIC);
        assertThat(RoleTable.of(Set.of(role)).writable()).doesNotContain(DataClass.CONFORMANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEPTION, 1 2",
        "BILLING, 3",
        "ADMINISTRATOR, ''",
        "SURGEON, ''",
        "PRIVACY_OFFICER, ''",
        "MARKETING, ''"
    })
    void takesInWhatARoleWritesOfEverybody(ClinicRole role, String intake) {
        assertThat(numbers(RoleTable.intake(Set.of(role)))).isEqualTo(intake);
        assertThat(numbers(RoleTable.intake(new TreeSet<>(List.of(role, ClinicRole.RECEPTION)))))
                .contains("1 2")
                .contains(intake);
    }

    @Test
    void givesNothingWithoutARole() {
        assertThat(RoleTable.of(Set.of())).isEqualTo(DataClasses.NONE);
    }

    @Test
    void joinsTheClassesOfSeveralRoles() {
        for (ClinicRole one : ClinicRole.values()) {
            for (ClinicRole other : ClinicRole.values()) {
                DataClasses joined = RoleTable.of(new TreeSet<>(List.of(one, other)));
                assertThat(joined).isEqualTo(RoleTable.of(Set.of(one)).or(RoleTable.of(Set.of(other))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ClinicRole.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PRIVACY_OFFICER"})
    void saysOfARoleWhatTheImplicitPolicySays(ClinicRole role) {
        Reader anybody =
                new Reader(ReaderKind.STAFF, "role", Set.of(role), ClientRole.OWN, role.purpose(), Set.of(), Map.of());

        assertThat(RoleTable.of(Set.of(role)).readable())
                .isEqualTo(ImplicitPolicy.shipped().classes(role, role.purpose(), relation(role)));
        assertThat(role.readsOfEverybody()).isEqualTo(permittedTo(anybody));
    }

    private static Relation relation(ClinicRole role) {
        return role == ClinicRole.RECEPTION ? Relation.BOOKED : Relation.TREATING;
    }

    @Test
    void saysOfOwnSystemsWhatTheImplicitPolicySays() {
        Reader system = new Reader(
                ReaderKind.SYSTEM, "role/system", Set.of(), ClientRole.OWN, PurposeOfUse.TREAT, Set.of(), Map.of());

        assertThat(RoleTable.OPEN_TO_OWN_SYSTEMS).isEqualTo(permittedTo(system));
    }

    private static Set<DataClass> permittedTo(Reader reader) {
        return Arrays.stream(DataClass.values())
                .filter(each -> ImplicitPolicy.shipped().right(reader, Relation.NONE, each) == ImplicitRight.PERMIT)
                .collect(Collectors.toSet());
    }

    private static String numbers(Set<DataClass> classes) {
        return Arrays.stream(DataClass.values())
                .filter(classes::contains)
                .map(each -> String.valueOf(each.number()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void knowsWhoLivesOnConsentsAlone() {
        assertThat(java.util.Arrays.stream(ClinicRole.values()).filter(ClinicRole::livesOnConsents))
                .containsExactly(ClinicRole.RESEARCHER, ClinicRole.ANALYTICS_VENDOR, ClinicRole.EXTERNAL_CLINICIAN);
    }
}
