package health.strand.access;

import static health.strand.access.Requesters.ANA;
import static health.strand.access.Requesters.BEN;
import static health.strand.access.Requesters.patient;
import static health.strand.access.Requesters.read;
import static health.strand.access.Requesters.staffWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictedScopeTest {

    private static final SearchRestriction LABORATORY = new SearchRestriction("category", "laboratory");
    private static final SearchRestriction VITAL_SIGNS = new SearchRestriction("category", "vital-signs");
    private static final SearchRestriction FINAL = new SearchRestriction("status", "final");
    private static final Demand READ = read("Observation");

    private final AccessPolicy policy = new AccessPolicy();

    @Test
    void admitsOnlyWhatMeetsEveryRestriction() {
        AccessDecision decision = asAna(scope(ScopeContext.PATIENT, LABORATORY, FINAL));

        assertThat(decision.isUnrestricted(READ)).isFalse();
        assertThat(admits(decision, ANA, LABORATORY, FINAL)).isTrue();
        assertThat(admits(decision, ANA, LABORATORY)).isFalse();
        assertThat(admits(decision, ANA)).isFalse();
    }

    @Test
    void admitsWhatMeetsOneOfSeveralScopes() {
        AccessDecision decision =
                asAna(scope(ScopeContext.PATIENT, LABORATORY), scope(ScopeContext.PATIENT, VITAL_SIGNS));

        assertThat(decision.allowances(READ)).hasSize(2);
        assertThat(admits(decision, ANA, VITAL_SIGNS)).isTrue();
        assertThat(admits(decision, ANA, FINAL)).isFalse();
    }

    @Test
    void forgetsRestrictionsBesideAnUnrestrictedScope() {
        AccessDecision decision = asAna(scope(ScopeContext.PATIENT, LABORATORY), scope(ScopeContext.PATIENT));

        assertThat(decision.isUnrestricted(READ)).isTrue();
        assertThat(decision.allowances(READ)).containsExactly(new Allowance(OnlyPatients.of(ANA), List.of()));
    }

    @Test
    void dropsAScopeThatAWiderOneContains() {
        AccessDecision decision =
                asAna(scope(ScopeContext.PATIENT, LABORATORY, FINAL), scope(ScopeContext.PATIENT, LABORATORY));

        assertThat(decision.allowances(READ)).containsExactly(new Allowance(OnlyPatients.of(ANA), List.of(LABORATORY)));
    }

    @Test
    void doesNotOpenEverybodysRecordBecauseOnePatientsIsUnrestricted() {
        AccessDecision decision = asSurgeon(scope(ScopeContext.PATIENT), scope(ScopeContext.USER, LABORATORY));

        assertThat(decision.reach().patients()).isEqualTo(new AllPatients());
        assertThat(decision.isUnrestricted(READ)).isFalse();
        assertThat(admits(decision, ANA, VITAL_SIGNS)).isTrue();
        assertThat(admits(decision, BEN, LABORATORY)).isTrue();
        assertThat(admits(decision, BEN, VITAL_SIGNS)).isFalse();
    }

    @Test
    void doesNotLendOnePatientsRestrictionToEverybody() {
        AccessDecision decision =
                asSurgeon(scope(ScopeContext.PATIENT, VITAL_SIGNS), scope(ScopeContext.USER, LABORATORY));

        assertThat(admits(decision, ANA, VITAL_SIGNS)).isTrue();
        assertThat(admits(decision, BEN, VITAL_SIGNS)).isFalse();
    }

    @Test
    void keepsRestrictionsOfUserScopesWhenAnotherDemandHoldsToThePatient() {
        Scope media = Scope.of(ScopeContext.PATIENT, "Media", Permission.READ);
        AccessDecision decision = policy.decide(
                staffWith(ANA, Scopes.of(media, scope(ScopeContext.USER, LABORATORY)), ClinicRole.SURGEON),
                List.of(READ, read("Media")));

        assertThat(decision.reach().patients()).isEqualTo(OnlyPatients.of(ANA));
        assertThat(decision.allowances(READ)).containsExactly(new Allowance(OnlyPatients.of(ANA), List.of(LABORATORY)));
        assertThat(decision.isUnrestricted(read("Media"))).isTrue();
    }

    @Test
    void ignoresUnrestrictedScopesOfAContextThatDoesNotFit() {
        AccessDecision decision = asAna(scope(ScopeContext.PATIENT, LABORATORY), scope(ScopeContext.SYSTEM));

        assertThat(decision.isUnrestricted(READ)).isFalse();
        assertThat(admits(decision, ANA, VITAL_SIGNS)).isFalse();
    }

    @Test
    void admitsNothingThatSharesAStranger() {
        AccessDecision decision = asAna(scope(ScopeContext.PATIENT));

        assertThat(decision.admits(READ, DataClass.CLINICAL, Set.of(ANA, BEN), each -> true))
                .isFalse();
        assertThat(decision.admits(READ, DataClass.CLINICAL, Set.of(), each -> true))
                .isFalse();
    }

    @Test
    void admitsTheClinicsOwnDevicesToAPatient() {
        Scope devices = Scope.of(ScopeContext.PATIENT, "Device", Permission.READ);
        AccessDecision decision = policy.decide(patient(Scopes.of(devices), ANA, ANA), List.of(read("Device")));

        assertThat(decision.admits(read("Device"), DataClass.REGISTRY, Set.of(), each -> true))
                .isTrue();
        assertThat(decision.admits(read("Device"), DataClass.CLINICAL, Set.of(BEN), each -> true))
                .isFalse();
    }

    @Test
    void admitsNothingForADemandNobodyAskedAbout() {
        AccessDecision decision = asAna(Requesters.everything(ScopeContext.PATIENT));

        assertThat(decision.admits(read("Media"), DataClass.SCALP_IMAGE, Set.of(ANA), each -> true))
                .isFalse();
        assertThat(decision.isUnrestricted(read("Media"))).isFalse();
    }

    private AccessDecision asAna(Scope... scopes) {
        return policy.decide(patient(Scopes.of(scopes), ANA, ANA), List.of(READ));
    }

    private AccessDecision asSurgeon(Scope... scopes) {
        return policy.decide(staffWith(ANA, Scopes.of(scopes), ClinicRole.SURGEON), List.of(READ));
    }

    private static boolean admits(AccessDecision decision, PatientId patient, SearchRestriction... holding) {
        return decision.admits(READ, DataClass.CLINICAL, Set.of(patient), Set.of(holding)::contains);
    }

    private static Scope scope(ScopeContext context, SearchRestriction... restrictions) {
        return new Scope(context, "Observation", Set.of(Permission.READ), List.of(restrictions));
    }
}
