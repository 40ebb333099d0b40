package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1.b", "6f1d6f0e-2f0b-4a0f-9d0b-7c3c7d0a2b11"})
    void takesFhirIds(String id) {
        assertThat(new PatientId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "Patient/1", "ä", "a_b", "a\n"})
    void refusesWhatIsNoFhirId(String id) {
        assertThat(PatientId.isValid(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PatientId(id));
    }

    @Test
    void ordersIdsAsTheirTextIsOrdered() {
        assertThat(new PatientId("a")).isLessThan(new PatientId("b")).isEqualByComparingTo(new PatientId("a"));
        assertThat(new PatientId("b")).isGreaterThan(new PatientId("a"));
    }

    @Test
    void limitsIdsToSixtyFourCharacters() {
        assertThat(PatientId.isValid("x".repeat(64))).isTrue();
        assertThat(PatientId.isValid("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ClinicRole.class)
    void findsRolesByTheirCode(ClinicRole role) {
        assertThat(ClinicRole.fromCode(role.code())).contains(role);
    }

    @Test
    void writesRoleCodesInLowerCaseWithHyphens() {
        assertThat(ClinicRole.PRIVACY_OFFICER.code()).isEqualTo("privacy-officer");
        assertThat(ClinicRole.fromCode("PRIVACY_OFFICER")).isEmpty();
        assertThat(ClinicRole.fromCode("director")).isEmpty();
    }

    @Test
    void spellsCruds() {
        assertThat(ScopeText.letters(EnumSet.allOf(Permission.class))).isEqualTo("cruds");
        assertThat(Arrays.stream(Permission.values()).filter(Permission::writes))
                .containsExactly(Permission.CREATE, Permission.UPDATE, Permission.DELETE);
    }

    @Test
    void writesScopesInOneWay() {
        Scope scope = new Scope(
                ScopeContext.PATIENT,
                "Observation",
                EnumSet.of(Permission.SEARCH, Permission.READ),
                List.of(
                        new SearchRestriction("category", "http://example.org/c|vital-signs"),
                        new SearchRestriction("code", "a b&c=d%é")));

        assertThat(scope)
                .hasToString(
                        "patient/Observation.rs?category=http://example.org/c|vital-signs&code=a%20b%26c%3Dd%25%C3%A9");
        assertThat(Requesters.everything(ScopeContext.SYSTEM)).hasToString("system/*.cruds");
        assertThat(Scopes.of(scope, scope).all()).containsExactly(scope);
        assertThat(new Demand("Observation", Permission.SEARCH)).hasToString("Observation.s");
    }

    @Test
    void encodesWhatIsNotPrintableAndNothingBesideIt() {
        assertThat(ScopeText.encode(" !~\u007f\"#")).isEqualTo("%20!~%7F%22%23");
    }

    @Test
    void writesSeveralScopesBesideEachOtherAndKnowsTheirContexts() {
        Scope user = Scope.of(ScopeContext.USER, "Observation", Permission.READ);
        Scope system = Scope.of(ScopeContext.SYSTEM, "Observation", Permission.READ);

        assertThat(Scopes.of(user, system)).hasToString("user/Observation.r system/Observation.r");
        assertThat(Scopes.of(system).areOnly(ScopeContext.SYSTEM)).isTrue();
        assertThat(Scopes.of(system, user).areOnly(ScopeContext.SYSTEM)).isFalse();
        assertThat(Scopes.of(user).areOnly(ScopeContext.SYSTEM)).isFalse();
        assertThat(Scopes.none().areOnly(ScopeContext.SYSTEM)).isFalse();
    }

    @Test
    void knowsAPersonOfTheStaffByWhoComesAndForWhat() {
        assertThat(new Audience("Practitioner/ito", PurposeOfUse.PATADMIN).isPersonFor(PurposeOfUse.PATADMIN))
                .isTrue();
        assertThat(new Audience("Practitioner/ito", PurposeOfUse.TREAT).isPersonFor(PurposeOfUse.PATADMIN))
                .isFalse();
        assertThat(new Audience("role/front-desk", PurposeOfUse.PATADMIN).isPersonFor(PurposeOfUse.PATADMIN))
                .isFalse();
    }

    @Test
    void refusesScopesAndDemandsThatSayNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope(ScopeContext.USER, "Observation", Set.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.of(ScopeContext.USER, "observation", Permission.READ));
        assertThatIllegalArgumentException().isThrownBy(() -> new Demand("*", Permission.READ));
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchRestriction("category", ""));
    }

    @Test
    void tellsTheMissingScopeAndNothingAboutTheData() {
        Objection objection = new Objection(Reason.SCOPE_MISSING, Requesters.read("Observation"), "user/Observation.r");

        assertThat(objection.text()).isEqualTo("missing scope `user/Observation.r`");
        for (Reason reason : Reason.values()) {
            assertThat(Objection.of(reason, Requesters.read("Media")).text()).isNotBlank();
        }
    }
}
