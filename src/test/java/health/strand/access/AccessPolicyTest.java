package health.strand.access;

import static health.strand.access.Requesters.ANA;
import static health.strand.access.Requesters.BEN;
import static health.strand.access.Requesters.allPatient;
import static health.strand.access.Requesters.allUser;
import static health.strand.access.Requesters.create;
import static health.strand.access.Requesters.everything;
import static health.strand.access.Requesters.patient;
import static health.strand.access.Requesters.read;
import static health.strand.access.Requesters.staff;
import static health.strand.access.Requesters.staffWith;
import static health.strand.access.Requesters.system;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    private final AccessPolicy policy = new AccessPolicy();

    @Nested
    class Scoping {

        @Test
        void namesTheMissingScope() {
            Scopes scopes = Scopes.of(Scope.of(ScopeContext.USER, "Observation", Permission.READ));
            Demand search = new Demand("Observation", Permission.SEARCH);

            AccessDecision decision = decide(staff(scopes, ClinicRole.SURGEON), search);

            assertThat(decision.objections())
                    .containsExactly(new Objection(Reason.SCOPE_MISSING, search, "user/Observation.s"));
            assertThat(decision.reach()).isEqualTo(Reach.nothing());
            assertThat(decision.allowances()).isEmpty();
        }

        @Test
        void hintsInTheContextThatSuitsTheRequester() {
            assertThat(hint(patient(Scopes.none(), ANA, ANA))).isEqualTo("patient/Media.r");
            assertThat(hint(staff(Scopes.none(), ClinicRole.NURSE))).isEqualTo("user/Media.r");
            assertThat(hint(system(Scopes.none()))).isEqualTo("system/Media.r");
        }

        @Test
        void ignoresSystemScopesOfPeople() {
            Scopes scopes = Scopes.of(everything(ScopeContext.SYSTEM));

            assertThat(reasons(staff(scopes, ClinicRole.SURGEON), read("Media")))
                    .containsExactly(Reason.SCOPE_MISSING);
            assertThat(reasons(patient(scopes, ANA, ANA), read("Media"))).containsExactly(Reason.SCOPE_MISSING);
        }

        @Test
        void ignoresUserAndPatientScopesOfBackEndClients() {
            Requester requester = Requesters.requester(
                    RequesterKind.SYSTEM,
                    Set.of(ANA),
                    ANA,
                    Set.of(ClinicRole.SURGEON),
                    Scopes.of(everything(ScopeContext.USER), everything(ScopeContext.PATIENT)));

            assertThat(reasons(requester, read("Media"))).containsExactly(Reason.SCOPE_MISSING);
        }

        @Test
        void permitsUnknownRequestersNothing() {
            Requester requester = Requesters.requester(
                    RequesterKind.UNKNOWN,
                    Set.of(ANA),
                    ANA,
                    Set.of(ClinicRole.SURGEON),
                    Scopes.of(
                            everything(ScopeContext.USER),
                            everything(ScopeContext.PATIENT),
                            everything(ScopeContext.SYSTEM)));

            assertThat(reasons(requester, read("Practitioner")))
                    .containsExactly(Reason.REQUESTER_UNKNOWN, Reason.SCOPE_MISSING, Reason.ROLE_DOES_NOT_COVER_TYPE);
        }

        @Test
        void deniesARequestThatDemandsNothing() {
            AccessDecision decision = policy.decide(staff(allUser(), ClinicRole.SURGEON), List.of());

            assertThat(decision.effect()).isEqualTo(Effect.DENY);
            assertThat(decision.objections()).extracting(Objection::reason).containsExactly(Reason.NOTHING_DEMANDED);
        }

        @Test
        void deniesAllWhenOneDemandIsDenied() {
            Scopes scopes = Scopes.of(Scope.of(ScopeContext.USER, "Media", Permission.READ));

            AccessDecision decision = decide(staff(scopes, ClinicRole.SURGEON), read("Media"), read("Invoice"));

            assertThat(decision.permits()).isFalse();
            assertThat(decision.allowances(read("Media"))).isEmpty();
        }

        @Test
        void collectsTheObjectionsOfEveryRule() {
            assertThat(reasons(staff(Scopes.none(), ClinicRole.RECEPTION), read("Media"), read("Basic")))
                    .containsExactly(
                            Reason.SCOPE_MISSING,
                            Reason.ROLE_DOES_NOT_COVER_TYPE,
                            Reason.SCOPE_MISSING,
                            Reason.TYPE_NOT_SERVED);
        }

        private String hint(Requester requester) {
            return decide(requester, read("Media")).objections().get(0).scopeHint();
        }
    }

    @Nested
    class Staff {

        @Test
        void reachesAllPatientsThroughUserScopes() {
            AccessDecision decision = decide(staff(allUser(), ClinicRole.SURGEON), read("Media"));

            assertThat(decision.reach().patients()).isEqualTo(new AllPatients());
            assertThat(decision.isUnrestricted(read("Media"))).isTrue();
        }

        @Test
        void reachesOnlyThePatientInContextThroughPatientScopes() {
            Requester requester = staffWith(ANA, allPatient(), ClinicRole.SURGEON);

            assertThat(decide(requester, read("Media")).reach().patients()).isEqualTo(OnlyPatients.of(ANA));
            assertThat(decide(requester, read("Practitioner")).reach().patients())
                    .isEqualTo(OnlyPatients.of(ANA));
        }

        @Test
        void narrowsToThePatientWhenOneDemandIsCoveredForThePatientOnly() {
            Scopes scopes = Scopes.of(
                    Scope.of(ScopeContext.USER, "Media", Permission.READ),
                    Scope.of(ScopeContext.PATIENT, "Observation", Permission.READ));

            AccessDecision decision =
                    decide(staffWith(ANA, scopes, ClinicRole.SURGEON), read("Media"), read("Observation"));

            assertThat(decision.reach().patients()).isEqualTo(OnlyPatients.of(ANA));
        }

        @Test
        void doesNotNarrowForDataThatBelongsToNoPatient() {
            Scopes scopes = Scopes.of(
                    Scope.of(ScopeContext.USER, "Media", Permission.READ),
                    Scope.of(ScopeContext.PATIENT, "Practitioner", Permission.READ));

            AccessDecision decision =
                    decide(staffWith(ANA, scopes, ClinicRole.SURGEON), read("Media"), read("Practitioner"));

            assertThat(decision.reach().patients()).isEqualTo(new AllPatients());
        }

        @Test
        void needsAPatientInContextForPatientScopes() {
            assertThat(reasons(staff(allPatient(), ClinicRole.SURGEON), read("Media")))
                    .containsExactly(Reason.NO_PATIENT_IN_CONTEXT);
        }

        @Test
        void staysBoundByRoleWithAPatientInContext() {
            AccessDecision decision = decide(staffWith(ANA, allPatient(), ClinicRole.RECEPTION), read("Appointment"));

            assertThat(decision.reach().readable()).doesNotContain(DataClass.CLINICAL, DataClass.SCALP_IMAGE);
            assertThat(reasons(staffWith(ANA, allPatient(), ClinicRole.RECEPTION), read("Media")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
        }

        @Test
        void isEntitledToNothingWithoutARole() {
            assertThat(reasons(staff(allUser()), read("Practitioner")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
        }

        @ParameterizedTest
        @EnumSource(
                value = ClinicRole.class,
                names = {"MARKETING", "MANAGER", "ADMINISTRATOR", "RESEARCHER", "IMAGING_VENDOR"})
        void keepsClinicalDataFromOffices(ClinicRole role) {
            for (String type : List.of("Patient", "Observation", "ImagingStudy", "Appointment", "Invoice", "Consent")) {
                assertThat(reasons(staff(allUser(), role), read(type)))
                        .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
            }
            // copies for publication are pictures too
            assertThat(decide(staff(allUser(), role), read("Media")).permits()).isEqualTo(role == ClinicRole.MARKETING);
            assertThat(decide(staff(allUser(), role), read("Practitioner")).permits())
                    .isTrue();
        }

        @Test
        void writesOnlyWhatTheRoleMayWrite() {
            assertThat(reasons(staff(allUser(), ClinicRole.SURGEON), create("Practitioner")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
            assertThat(decide(staff(allUser(), ClinicRole.ADMINISTRATOR), create("Practitioner"))
                            .permits())
                    .isTrue();
            assertThat(reasons(staff(allUser(), ClinicRole.ADMINISTRATOR), create("ValueSet")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
            assertThat(reasons(staff(allUser(), ClinicRole.PRIVACY_OFFICER), create("AuditEvent")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
        }

        @Test
        void deletesWhatItMayWrite() {
            Requester nurse = staff(allUser(), ClinicRole.NURSE);

            assertThat(decide(nurse, new Demand("Media", Permission.DELETE)).permits())
                    .isTrue();
            assertThat(decide(nurse, new Demand("Patient", Permission.DELETE)).permits())
                    .isFalse();
        }
    }

    @Nested
    class Patients {

        @Test
        void reachesTheOwnRecordInAllItsClasses() {
            AccessDecision decision = decide(patient(allPatient(), ANA, ANA), read("FamilyMemberHistory"));

            assertThat(decision.reach().readable()).containsExactly(DataClass.values());
            assertThat(decision.reach().patients()).isEqualTo(OnlyPatients.of(ANA));
        }

        @Test
        void takesTheOnlyRecordWhenNoneIsInContext() {
            assertThat(decide(patient(allPatient(), null, ANA), read("Media"))
                            .reach()
                            .patients())
                    .isEqualTo(OnlyPatients.of(ANA));
        }

        @Test
        void doesNotGuessAmongSeveralRecords() {
            assertThat(reasons(patient(allPatient(), null, ANA, BEN), read("Media")))
                    .containsExactly(Reason.NO_PATIENT_IN_CONTEXT);
        }

        @Test
        void doesNotReachAStrangersRecordPutInContext() {
            assertThat(reasons(patient(allPatient(), BEN, ANA), read("Media")))
                    .containsExactly(Reason.NO_PATIENT_IN_CONTEXT);
            assertThat(decide(patient(allUser(), BEN, ANA), read("Media"))
                            .reach()
                            .patients())
                    .isEqualTo(OnlyPatients.of(ANA));
        }

        @Test
        void reachesNoFurtherThroughUserScopesThanTheOwnRecords() {
            assertThat(decide(patient(allUser(), null, ANA, BEN), read("Media"))
                            .reach()
                            .patients())
                    .isEqualTo(new OnlyPatients(Set.of(ANA, BEN)));
            assertThat(decide(patient(allUser(), BEN, ANA, BEN), read("Media"))
                            .reach()
                            .patients())
                    .isEqualTo(OnlyPatients.of(BEN));
        }

        @Test
        void reachesNothingWithoutARecord() {
            assertThat(reasons(patient(allUser(), null), read("Practitioner")))
                    .containsExactly(Reason.NO_PATIENT_IN_CONTEXT, Reason.ROLE_DOES_NOT_COVER_TYPE);
        }

        @Test
        void gainsNothingFromClinicRoles() {
            Requester requester = Requesters.requester(
                    RequesterKind.PATIENT, Set.of(ANA), ANA, Set.of(ClinicRole.SURGEON), allPatient());

            assertThat(reasons(requester, create("Media")))
                    .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE, Reason.NOT_FOR_PATIENTS_TO_WRITE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"QuestionnaireResponse", "Consent", "Communication"})
        void addsAnswersConsentsAndMessages(String type) {
            assertThat(decide(patient(allPatient(), ANA, ANA), create(type), new Demand(type, Permission.UPDATE))
                            .permits())
                    .isTrue();
            assertThat(reasons(patient(allPatient(), ANA, ANA), new Demand(type, Permission.DELETE)))
                    .containsExactly(
                            "Consent".equals(type) ? Reason.CONSENTS_ARE_KEPT : Reason.NOT_FOR_PATIENTS_TO_WRITE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Observation", "Appointment", "Task", "Condition"})
        void changesNothingElse(String type) {
            assertThat(reasons(patient(allPatient(), ANA, ANA), create(type)))
                    .containsExactly(Reason.NOT_FOR_PATIENTS_TO_WRITE);
        }
    }

    @Nested
    class BackEndClients {

        @Test
        void areBoundByTheirScopesAlone() {
            Requester requester = system(Scopes.of(Scope.of(ScopeContext.SYSTEM, "ValueSet", Permission.CREATE)));

            AccessDecision decision = decide(requester, create("ValueSet"));

            assertThat(decision.reach().patients()).isEqualTo(new AllPatients());
            assertThat(decision.reach().writable()).containsExactly(DataClass.values());
            assertThat(reasons(requester, create("CodeSystem"))).containsExactly(Reason.SCOPE_MISSING);
        }

        @Test
        void areServedNoUnknownTypes() {
            assertThat(reasons(system(Scopes.of(everything(ScopeContext.SYSTEM))), read("Basic")))
                    .containsExactly(Reason.TYPE_NOT_SERVED);
        }
    }

    private AccessDecision decide(Requester requester, Demand... demands) {
        return policy.decide(requester, List.of(demands));
    }

    private List<Reason> reasons(Requester requester, Demand... demands) {
        return decide(requester, demands).objections().stream()
                .map(Objection::reason)
                .toList();
    }

    private static Requester byPassword(RequesterKind kind, ClinicRole... roles) {
        return Requesters.requester(kind, Set.of(Requesters.ANA), null, Set.of(roles), Requesters.allUser(), false);
    }

    @Test
    void wantsAStrongLogInForTypesThatAreGeneticOnly() {
        List<Demand> family = List.of(new Demand("FamilyMemberHistory", Permission.READ));
        Requester surgeon = byPassword(RequesterKind.STAFF, ClinicRole.SURGEON);

        AccessDecision weak = policy.decide(surgeon, family);
        assertThat(weak.objections()).extracting(Objection::reason).containsExactly(Reason.STRONGER_LOG_IN_NEEDED);
        assertThat(weak.objections().get(0).text()).contains("a stronger log-in is needed");
        assertThat(policy.decide(surgeon.strongly(), family).permits()).isTrue();
        assertThat(policy.decide(byPassword(RequesterKind.STAFF, ClinicRole.BILLING), family)
                        .objections())
                .extracting(Objection::reason)
                .containsExactly(Reason.ROLE_DOES_NOT_COVER_TYPE);
    }

    @Test
    void keepsGeneticsOutOfReachAfterAWeakLogIn() {
        Requester surgeon = byPassword(RequesterKind.STAFF, ClinicRole.SURGEON);

        assertThat(policy.farthest(surgeon).readable())
                .contains(DataClass.CLINICAL)
                .doesNotContain(DataClass.GENETIC);
        assertThat(policy.farthest(surgeon).writable())
                .contains(DataClass.CLINICAL)
                .doesNotContain(DataClass.GENETIC);
        assertThat(policy.farthest(surgeon.strongly()).readable()).contains(DataClass.GENETIC);
        assertThat(policy.farthest(byPassword(RequesterKind.PATIENT)).readable())
                .contains(DataClass.GENETIC);
    }

    @Test
    void knowsWhomAStrongLogInWouldHelp() {
        Requester surgeon = byPassword(RequesterKind.STAFF, ClinicRole.SURGEON);

        assertThat(policy.opensGeneticsWhenStrong(surgeon)).isTrue();
        assertThat(policy.opensGeneticsWhenStrong(surgeon.strongly())).isFalse();
        assertThat(policy.opensGeneticsWhenStrong(byPassword(RequesterKind.STAFF, ClinicRole.RECEPTION)))
                .isFalse();
        assertThat(policy.opensGeneticsWhenStrong(byPassword(RequesterKind.PATIENT)))
                .isFalse();
    }
}
