package health.strand.access;

import static health.strand.access.Requesters.ANA;
import static health.strand.access.Requesters.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppStatePolicyTest {

    private static final String CODE = "https://app.example|settings";
    private static final String NOBODY = "";

    private final AppStatePolicy policy = new AppStatePolicy();

    private static Scopes basic(ScopeContext context) {
        return Scopes.of(Scope.of(context, "Basic", Permission.CREATE, Permission.values()));
    }

    private static Scopes only(String code, ScopeContext context) {
        return Scopes.of(
                new Scope(context, "Basic", Set.of(Permission.SEARCH), List.of(new SearchRestriction("code", code))));
    }

    private List<Reason> objections(Requester requester, Permission permission) {
        return policy.decide(requester, permission).objections().stream()
                .map(Objection::reason)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void opensAllAnAppKeepsToStaffOfAnyRole(Permission permission) {
        Requester nurse = Requesters.staff(basic(ScopeContext.USER), ClinicRole.MANAGER);
        AppStateDecision decision = policy.decide(nurse, permission);

        assertThat(decision.permits()).isTrue();
        assertThat(decision.client()).isEqualTo("client");
        assertThat(decision.person()).isEqualTo("Practitioner/p");
        assertThat(decision.common()).isTrue();
        assertThat(decision.reach().patients()).isEqualTo(new AllPatients());
        assertThat(List.of(NOBODY, "Practitioner/p", "Patient/ana")).allMatch(each -> decision.admits(each, CODE));
    }

    @Test
    void permitsNothingThatAnythingStandsAgainst() {
        Requester nurse = Requesters.staff(basic(ScopeContext.PATIENT), ClinicRole.NURSE);

        assertThat(policy.decide(nurse, Permission.SEARCH).permits()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void holdsAPatientScopeToThePatientInContext(Permission permission) {
        Requester nurse = Requesters.staffWith(ANA, basic(ScopeContext.PATIENT), ClinicRole.NURSE);
        AppStateDecision decision = policy.decide(nurse, permission);

        assertThat(decision.admits("Patient/ana", CODE)).isTrue();
        assertThat(List.of(NOBODY, "Practitioner/p", "Patient/ben", "PractitionerRole/r", "Patient/a b", "Patient/"))
                .noneMatch(each -> decision.admits(each, CODE));
        assertThat(decision.person()).isEmpty();
        assertThat(decision.common()).isFalse();
        assertThat(decision.reach().patients()).isEqualTo(OnlyPatients.of(ANA));
    }

    @Test
    void needsAPatientInContextForAPatientScope() {
        assertThat(objections(Requesters.staff(basic(ScopeContext.PATIENT), ClinicRole.NURSE), Permission.SEARCH))
                .containsExactly(Reason.NO_PATIENT_IN_CONTEXT);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void letsPatientsReadAndNotWriteWhatTheAppKeepsAboutNobody(Permission permission) {
        Requester ana = Requesters.patient(basic(ScopeContext.USER), null, ANA);
        AppStateDecision decision = policy.decide(ana, permission);

        assertThat(decision.admits(NOBODY, CODE)).isEqualTo(!permission.writes());
        assertThat(decision.common()).isEqualTo(!permission.writes());
        assertThat(decision.admits("Patient/ana", CODE)).isTrue();
        assertThat(decision.reach().patients()).isEqualTo(OnlyPatients.of(ANA));
    }

    @Test
    void takesWildcards() {
        assertThat(policy.decide(Requesters.patient(Requesters.allPatient(), ANA, ANA), Permission.CREATE)
                        .admits("Patient/ana", CODE))
                .isTrue();
    }

    @Test
    void needsAScopeThatSpeaksOfItAndDoesIt() {
        Scopes reading = Scopes.of(Scope.of(ScopeContext.USER, "Basic", Permission.READ, Permission.SEARCH));
        Scopes others = Scopes.of(Scope.of(ScopeContext.USER, "Observation", Permission.CREATE));

        assertThat(objections(Requesters.staff(reading, ClinicRole.NURSE), Permission.CREATE))
                .containsExactly(Reason.SCOPE_MISSING);
        assertThat(objections(Requesters.staff(others, ClinicRole.NURSE), Permission.CREATE))
                .containsExactly(Reason.SCOPE_MISSING);
    }

    @Test
    void opensNothingToWhoHasNothingHere() {
        Scopes all = basic(ScopeContext.USER);

        assertThat(objections(Requesters.staff(all), Permission.SEARCH))
                .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
        assertThat(objections(
                        Requesters.requester(RequesterKind.UNKNOWN, Set.of(), null, Set.of(), all), Permission.SEARCH))
                .contains(Reason.REQUESTER_UNKNOWN);
    }

    @Test
    void keepsARestrictionToItsCodeAndItsContext() {
        Scopes two = Scopes.of(
                Scope.of(ScopeContext.PATIENT, "Basic", Permission.SEARCH),
                new Scope(
                        ScopeContext.USER,
                        "Basic",
                        Set.of(Permission.SEARCH),
                        List.of(new SearchRestriction("code", CODE))));
        AppStateDecision decision = policy.decide(Requesters.staffWith(ANA, two, ClinicRole.NURSE), Permission.SEARCH);

        assertThat(decision.admits("Patient/ana", "https://app.example|other")).isTrue();
        assertThat(decision.admits("Patient/ben", CODE)).isTrue();
        assertThat(decision.admits("Patient/ben", "https://app.example|other")).isFalse();
        assertThat(decision.admits(NOBODY, "https://app.example|other")).isFalse();
    }

    @Test
    void meetsNoRestrictionByWhatItDoesNotKnow() {
        Scopes odd = Scopes.of(new Scope(
                ScopeContext.USER, "Basic", Set.of(Permission.SEARCH), List.of(new SearchRestriction("author", CODE))));

        assertThat(policy.decide(Requesters.staff(odd, ClinicRole.NURSE), Permission.SEARCH)
                        .admits(NOBODY, CODE))
                .isFalse();
        assertThat(policy.decide(
                                Requesters.staff(only("https://app.example", ScopeContext.USER), ClinicRole.NURSE),
                                Permission.SEARCH)
                        .admits(NOBODY, CODE))
                .isFalse();
    }

    @Test
    void opensToABackEndWhatItsAppKeepsAndNoPerson() {
        Requester backEnd = Requesters.system(basic(ScopeContext.SYSTEM));
        AppStateDecision decision = policy.decide(backEnd, Permission.CREATE);

        assertThat(decision.admits(NOBODY, CODE)).isTrue();
        assertThat(decision.admits("Patient/" + BEN, CODE)).isTrue();
        assertThat(decision.common()).isTrue();
    }
}
