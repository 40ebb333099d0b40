package health.strand.access;

import static health.strand.access.DecisionAsserts.POINT;
import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static health.strand.access.DecisionAsserts.reads;
import static health.strand.access.DecisionAsserts.readsNot;
import static health.strand.access.DecisionAsserts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps 7 to 10: what a permit may open, and what holds when no consent speaks. */
class BaseStepTest {

    private static final ResourceFacts LOCATION =
            Records.fact("Location/x", DataClass.REGISTRY, Confidentiality.NORMAL);
    private static final ConsentDirective GENETICS =
            consent(permit().withPurposes(PurposeOfUse.TREAT).withSensitivities("GDIS"));
    private static final PolicyDecisionPoint MINIMUM = new PolicyDecisionPoint(
            ImplicitPolicy.parse(
                    "reader,relation,purpose,identity,administration,billing,clinical,scalp-image,face-image,genetic,"
                            + "privacy,audit,marketing,research\n"
                            + "reception,none,PATADMIN,m,P,-,-,-,-,m,-,-,-,-\n"
                            + "surgeon,none,TREAT,m,-,-,m,-,-,-,-,-,-,-\n"
                            + "surgeon,treating,TREAT,P,-,-,P,-,-,-,-,-,-,-\n"),
            Set.of("GDIS"),
            true);

    /** S01, S02. */
    @Test
    void cliniciansReadWhomTheyTreat() {
        reads(Readers.sora(), Records.density(), Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        reads(Readers.tom(), Records.study(), Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        readsNot(Readers.ito(), Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
    }

    /** S57. */
    @Test
    void whoHasNoRoleReadsNothing() {
        Reader former = Readers.treating(Readers.staff("Practitioner/x", PurposeOfUse.TREAT));
        readsNot(former, Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, consent(permit()));
    }

    /** S06. */
    @Test
    void geneticDataNeedsAPermitEvenForTreatment() {
        readsNot(Readers.sora(), Records.marker(), Step.BASE_POLICY, Why.NEEDS_PERMIT);
    }

    @Test
    void gatedDataOfAnOpenClassNeedsAPermitToo() {
        ResourceFacts note = Records.fact("Observation/n", DataClass.CLINICAL, Confidentiality.NORMAL, "GDIS");
        readsNot(Readers.sora(), note, Step.BASE_POLICY, Why.NEEDS_PERMIT);
        readsNot(Readers.loader(), note, Step.BASE_POLICY, Why.NEEDS_PERMIT);
        reads(Readers.sora(), note, GENETICS);
    }

    /** S09. */
    @Test
    void laboratoriesReadWhatTheyWereAskedToMake() {
        ResourceFacts order = Records.performed(Records.marker(), "Practitioner/lab");
        reads(Readers.lab(), order, Step.BASE_POLICY, Why.OWN_ITEM);
        readsNot(Readers.lab(), Records.marker(), Step.BASE_POLICY, Why.NOT_OWN_ITEM);
        assertThat(verdict(Readers.lab(), order).obligations()).isEmpty();
    }

    @Test
    void showsALaboratoryNoMoreThanItsOwnWorkForAPermitToEverybody() {
        readsNot(
                Readers.lab(),
                Records.marker(),
                Step.BASE_POLICY,
                Why.NOT_OWN_ITEM,
                consent(permit().withSensitivities("GDIS")));
    }

    /** S31: who is not of the clinic reads what the patient permits. */
    @Test
    void externalCliniciansReadWhatIsPermitted() {
        Reader bo = Readers.staff("Practitioner/bo", PurposeOfUse.TREAT, ClinicRole.EXTERNAL_CLINICIAN);
        readsNot(bo, Records.density(), Step.BASE_POLICY, Why.NEEDS_PERMIT);
        reads(bo, Records.density(), consent(permit().withActors(ActorCriterion.of("Organization/clinic"))));
        readsNot(bo, invoice(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, consent(permit()));
    }

    @Test
    void noPermitOpensWhatARoleNeverReads() {
        Reader mia = Readers.staff("Practitioner/mia", PurposeOfUse.HMARKT, ClinicRole.MARKETING);
        ConsentDirective yes = consent(permit().withActors(ActorCriterion.of("Practitioner/mia")));
        readsNot(mia, invoice(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, yes);
        reads(mia, Records.fact("Media/m", DataClass.MARKETING, Confidentiality.NORMAL), yes);
    }

    /** S28. */
    @Test
    void analyticsVendorsReadWhatAConsentOpensForTheirPurpose() {
        ConsentDirective operations = consent(permit().withPurposes(PurposeOfUse.HOPERAT));
        Reader adz = Readers.staff("client/adz", PurposeOfUse.HOPERAT, ClinicRole.ANALYTICS_VENDOR);
        reads(adz, Records.study(), operations);
        readsNot(adz, Records.study(), Step.BASE_POLICY, Why.NEEDS_PERMIT);
        Reader training = Readers.staff("client/adz", PurposeOfUse.MLTRAINING, ClinicRole.ANALYTICS_VENDOR);
        readsNot(training, Records.study(), Step.BASE_POLICY, Why.NEEDS_PERMIT, operations);
        reads(training, Records.study(), consent(permit().withPurposes(PurposeOfUse.MLTRAINING)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ClinicRole.class,
            names = {"SURGEON", "DERMATOLOGIST", "TRICHOLOGIST", "NURSE", "TECHNICIAN"})
    void patientsMayLetAClinicianIn(ClinicRole role) {
        Reader ito = Readers.staff("Practitioner/ito", PurposeOfUse.TREAT, role);
        ConsentDirective named = consent(permit().withActors(ActorCriterion.of("Practitioner/ito")));
        reads(ito, Records.study(), named);
        readsNot(ito, invoice(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, named);
        reads(
                ito,
                Records.marker(),
                consent(permit().withActors(ActorCriterion.of("Practitioner/ito"))
                        .withSensitivities("GDIS")));
    }

    @Test
    void patientsLetNobodyInByNamingAParty() {
        for (String party : List.of("Organization/clinic", "Group/all", "client/app", "urn:npi|1")) {
            readsNot(
                    Readers.called(Readers.ito(), "Group/all", "client/app", "urn:npi|1"),
                    Records.study(),
                    Step.NOTHING_MATCHED,
                    Why.ROLE_NEVER_READS_CLASS,
                    consent(permit().withActors(ActorCriterion.of(party))));
        }
        for (String person : List.of("PractitionerRole/r", "CareTeam/t")) {
            reads(
                    Readers.called(Readers.ito(), "PractitionerRole/r", "CareTeam/t"),
                    Records.study(),
                    consent(permit().withActors(ActorCriterion.of(person))));
        }
    }

    @Test
    void patientsLetNobodyInByNamingSomebodyElseAsWell() {
        ConsentDirective both = consent(
                permit().withActors(ActorCriterion.of("Practitioner/sora"), ActorCriterion.of("Organization/clinic")));
        readsNot(Readers.ito(), Records.study(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, both);
        ConsentDirective anyOrder = consent(
                permit().withActors(ActorCriterion.of("Practitioner/ito"), ActorCriterion.of("Organization/clinic")));
        reads(Readers.ito(), Records.study(), anyOrder);
    }

    /** S04, L59. */
    @Test
    void theDeskReadsWhomItKnows() {
        ResourceFacts ana = Records.fact("Patient/ana", DataClass.IDENTITY, Confidentiality.NORMAL);
        Reader knowing = atDesk(Map.of(Readers.ANA, Relation.BOOKED));
        reads(knowing, ana, Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        readsNot(knowing, Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
        readsNot(atDesk(Map.of()), ana, Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
        ResourceFacts slot = Records.of(Records.fact("Slot/x", DataClass.ADMINISTRATION, Confidentiality.NORMAL));
        assertThat(verdict(atDesk(Map.of()), slot).permits()).isTrue();
        assertThat(verdict(Readers.sora(), slot).permits()).isFalse();
    }

    private static Reader atDesk(Map<PatientId, Relation> relations) {
        return new Reader(
                ReaderKind.STAFF,
                "Practitioner/rex",
                Set.of(ClinicRole.RECEPTION),
                ClientRole.OWN,
                PurposeOfUse.PATADMIN,
                Set.of("Practitioner/rex"),
                relations);
    }

    @Test
    void onlyCliniciansAreLetIn() {
        Reader rex = Readers.staff("Practitioner/rex", PurposeOfUse.TREAT, ClinicRole.RECEPTION);
        ConsentDirective named = consent(permit().withActors(ActorCriterion.of("Practitioner/rex")));
        readsNot(rex, Records.study(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, named);
        Reader machine = new Reader(
                ReaderKind.SYSTEM,
                "Practitioner/rex",
                Set.of(ClinicRole.SURGEON),
                ClientRole.PROCESSOR,
                PurposeOfUse.TREAT,
                Set.of("Practitioner/rex"),
                Map.of());
        readsNot(machine, Records.study(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, named);
    }

    @Test
    void theMinimumStaysTheMinimumWhenThePatientPermits() {
        Reader rex = Readers.staff("Practitioner/rex", PurposeOfUse.PATADMIN, ClinicRole.RECEPTION);
        ResourceFacts ana = Records.fact("Patient/ana", DataClass.IDENTITY, Confidentiality.NORMAL);
        for (List<ConsentDirective> consents : List.of(List.<ConsentDirective>of(), List.of(consent(permit())))) {
            Verdict verdict = MINIMUM.decide(rex, ana, Action.ACCESS, consents, Records.NOW);
            assertThat(verdict.permits()).isTrue();
            assertThat(verdict.obligations()).containsExactly(Obligation.MINEC);
        }
        assertThat(MINIMUM.decide(rex, Records.marker(), Action.ACCESS, List.of(), Records.NOW)
                        .permits())
                .isFalse();
    }

    @Test
    void widensTheMinimumForAClinicianWhoIsNamed() {
        ConsentDirective named = consent(permit().withActors(ActorCriterion.of("Practitioner/x")));
        Reader surgeon = Readers.staff("Practitioner/x", PurposeOfUse.TREAT, ClinicRole.SURGEON);
        Verdict verdict = MINIMUM.decide(surgeon, Records.density(), Action.ACCESS, List.of(named), Records.NOW);
        assertThat(verdict.permits()).isTrue();
        assertThat(verdict.obligations()).isEmpty();
    }

    @Test
    void obligesWhenOnePatientObliges() {
        ResourceFacts both = Records.of(Records.density(), Readers.ANA, Readers.BEN);
        Reader surgeon = Readers.treating(Readers.staff("Practitioner/x", PurposeOfUse.TREAT, ClinicRole.SURGEON));
        Verdict verdict = MINIMUM.decide(surgeon, both, Action.ACCESS, List.of(), Records.NOW);
        assertThat(verdict.permits()).isTrue();
        assertThat(verdict.obligations()).containsExactly(Obligation.MINEC);
        assertThat(verdict.grounds())
                .containsExactlyInAnyOrder(
                        new Ground(Step.BASE_POLICY, Effect.PERMIT, Readers.ANA, null, List.of(), Why.ROLE_READS_CLASS),
                        new Ground(
                                Step.BASE_POLICY, Effect.PERMIT, Readers.BEN, null, List.of(), Why.ROLE_READS_MINIMUM));
    }

    @Test
    void permitsOnlyWhenEveryPatientPermits() {
        ResourceFacts both = Records.of(Records.density(), Readers.ANA, Readers.BEN);
        assertThat(verdict(Readers.sora(), both).permits()).isFalse();
        Reader ofBoth =
                Readers.with(Readers.sora(), Map.of(Readers.ANA, Relation.TREATING, Readers.BEN, Relation.TREATING));
        assertThat(verdict(ofBoth, both).permits()).isTrue();
        ConsentDirective ben =
                new ConsentDirective("Consent/ben", "1", Readers.BEN, false, deny(), Readability.READABLE);
        assertThat(verdict(ofBoth, both, ben).permits()).isFalse();
        assertThat(verdict(ofBoth, Records.density(), ben).permits()).isTrue();
    }

    /** S29. */
    @Test
    void emergenciesAreOpenedElsewhere() {
        Reader breaking = Readers.asking(Readers.sora(), PurposeOfUse.BTG);
        readsNot(breaking, Records.density(), Step.BREAK_GLASS, Why.NO_EMERGENCY_OPEN);
        readsNot(breaking, Records.density(), Step.BREAK_GLASS, Why.NO_EMERGENCY_OPEN, consent(permit()));
        readsNot(breaking, Records.density(), consent(deny()));
        readsNot(breaking, LOCATION, Step.BREAK_GLASS, Why.NO_EMERGENCY_OPEN);
    }

    /** S29. */
    @Test
    void emergencyTreatmentIsTreatment() {
        Reader urgent = Readers.asking(Readers.sora(), PurposeOfUse.ETREAT);
        reads(urgent, Records.density(), Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        readsNot(urgent, Records.marker(), Step.BASE_POLICY, Why.NEEDS_PERMIT);
        reads(urgent, Records.marker(), GENETICS);
    }

    @Test
    void systemsOfTheClinicReadTheirRow() {
        reads(Readers.loader(), Records.consent(), Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        readsNot(Readers.loader(), Records.marker(), Step.BASE_POLICY, Why.NEEDS_PERMIT);
        readsNot(Readers.loader(), Records.density(), consent(deny()));
    }

    @Test
    void leavesMatterOfNobodyToTheBasePolicy() {
        for (Reader each : List.of(Readers.ana(), Readers.pat(), Readers.ito(), Readers.loader())) {
            assertThat(verdict(each, Records.of(LOCATION), consent(deny())).permits())
                    .isTrue();
            assertThat(verdict(
                                    each,
                                    Records.of(Records.fact(
                                            "ValueSet/x", DataClass.CONFORMANCE, Confidentiality.NORMAL, "GDIS")))
                            .permits())
                    .isTrue();
        }
        assertThat(verdict(Readers.loader(), Records.of(Records.density())).permits())
                .isTrue();
        assertThat(verdict(Readers.loader(), Records.of(Records.marker())).permits())
                .isFalse();
        assertThat(verdict(Readers.sora(), Records.of(Records.density())).permits())
                .isFalse();
        assertThat(verdict(Readers.ana(), Records.of(Records.density())).permits())
                .isFalse();
        ResourceFacts gatedNote =
                Records.of(Records.fact("Observation/n", DataClass.CLINICAL, Confidentiality.NORMAL, "GDIS"));
        assertThat(verdict(Readers.loader(), gatedNote).permits()).isFalse();
        Reader rex = Readers.staff("Practitioner/rex", PurposeOfUse.PATADMIN, ClinicRole.RECEPTION);
        ResourceFacts identity = Records.of(Records.fact("Person/x", DataClass.IDENTITY, Confidentiality.NORMAL));
        assertThat(MINIMUM.decide(rex, identity, Action.ACCESS, List.of(), Records.NOW)
                        .obligations())
                .containsExactly(Obligation.MINEC);
    }

    @Test
    void disclosesOnlyWhatMayBeAccessedToo() {
        Reader bo = Readers.staff("Practitioner/bo", PurposeOfUse.TREAT, ClinicRole.EXTERNAL_CLINICIAN);
        ConsentDirective access = consent("Consent/1", permit().withActions(Action.ACCESS));
        ConsentDirective disclose = consent("Consent/2", permit().withActions(Action.DISCLOSE));
        assertThat(discloses(bo, access)).isFalse();
        assertThat(discloses(bo, disclose)).isFalse();
        assertThat(discloses(bo, access, disclose)).isTrue();
        assertThat(discloses(bo, consent(permit()))).isTrue();
        assertThat(discloses(Readers.sora())).isTrue();
        assertThat(discloses(Readers.sora(), consent(deny().withActions(Action.ACCESS))))
                .isFalse();
        assertThat(discloses(Readers.sora(), consent(deny().withActions(Action.DISCLOSE))))
                .isFalse();
        reads(bo, Records.density(), access);
        readsNot(bo, Records.density(), Step.BASE_POLICY, Why.NEEDS_PERMIT, disclose);
    }

    private static boolean discloses(Reader reader, ConsentDirective... consents) {
        return POINT.decide(reader, Records.density(), Action.DISCLOSE, List.of(consents), Records.NOW)
                .permits();
    }

    private static ResourceFacts invoice() {
        return Records.fact("Invoice/i", DataClass.BILLING, Confidentiality.NORMAL);
    }
}
