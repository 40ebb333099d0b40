package health.strand.access;

import static health.strand.access.DecisionAsserts.POINT;
import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static health.strand.access.DecisionAsserts.reads;
import static health.strand.access.DecisionAsserts.readsNot;
import static health.strand.access.DecisionAsserts.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules E1 to E5 and C3 to C6 as a decision shows them. */
class ConsentTreeTest {

    private static final Reader BO =
            Readers.staff("Practitioner/bo", PurposeOfUse.TREAT, ClinicRole.EXTERNAL_CLINICIAN);
    private static final ResourceFacts NORMAL = Records.density();
    private static final Instant NOW = Records.NOW;

    /** S15. */
    @Test
    void exceptsWhomANestedDenyNames() {
        ConsentDirective consent = consent(permit().withPurposes(PurposeOfUse.TREAT)
                .withProvisions(deny().withActors(ActorCriterion.of("Practitioner/tom"))));
        readsNot(Readers.tom(), NORMAL, consent);
        reads(Readers.sora(), NORMAL, consent);
    }

    @Test
    void saysByWhichConsentsItWasDecidedAndByNoneThatOnlySpoke() {
        ConsentDirective consent = consent(permit().withPurposes(PurposeOfUse.TREAT)
                .withProvisions(deny().withActors(ActorCriterion.of("Practitioner/tom"))));
        DecidingConsent deciding =
                new DecidingConsent(Readers.ANA, consent.reference() + "/_history/" + consent.version());

        assertThat(verdict(Readers.tom(), NORMAL, consent).consents()).containsExactly(deciding);
        assertThat(verdict(Readers.sora(), NORMAL, consent).consents()).containsExactly(deciding);
        assertThat(verdict(Readers.sora(), NORMAL).consents()).isEmpty();
        // it leaves the gated code unnamed, so that the base policy has the last word
        assertThat(verdict(Readers.sora(), Records.marker(), consent).consents())
                .isEmpty();
    }

    /** S16. */
    @Test
    void exceptsFromAnException() {
        Reader colleague = Readers.called(other("Practitioner/di"), "Organization/b");
        Reader bo = Readers.called(BO, "Organization/b");
        ConsentDirective consent =
                consent(permit().withProvisions(deny().withActors(ActorCriterion.of("Organization/b"))
                        .withProvisions(permit().withActors(ActorCriterion.of("Practitioner/bo")))));
        reads(bo, NORMAL, consent);
        readsNot(colleague, NORMAL, consent);
        assertThat(verdict(bo, NORMAL, consent).grounds())
                .containsExactly(new Ground(
                        Step.CONSENT_PERMITS,
                        Effect.PERMIT,
                        Readers.ANA,
                        "Consent/1",
                        List.of(0, 0),
                        Why.PROVISION_APPLIES));
    }

    /** S17. */
    @Test
    void deniesWhenSiblingsDisagree() {
        for (Provision root :
                List.of(permit().withProvisions(deny(), permit()), permit().withProvisions(permit(), deny()))) {
            Verdict verdict = verdict(BO, NORMAL, consent(root));
            assertThat(verdict.permits()).isFalse();
            assertThat(verdict.grounds())
                    .extracting(Ground::effect)
                    .containsExactlyInAnyOrder(Effect.PERMIT, Effect.DENY);
        }
    }

    /** S18. */
    @Test
    void looksAtNestedProvisionsWhetherOrNotTheOuterMatches() {
        ConsentDirective consent = consent(permit().withConfidentialities(Confidentiality.NORMAL)
                .withProvisions(permit().withConfidentialities(Confidentiality.RESTRICTED)
                        .withActors(ActorCriterion.of("Practitioner/sora"))));
        reads(Readers.sora(), Records.study(), consent);
        readsNot(Readers.tom(), Records.study(), Step.CONSENT_DENIES, Why.LEFT_OUT, consent);
        reads(Readers.tom(), NORMAL, consent);
    }

    @Test
    void inheritsWhatANestedProvisionLeavesOut() {
        Instant later = NOW.plusSeconds(1);
        Provision nested = deny();
        ResourceFacts coded = Records.saying(NORMAL, Set.of(), Set.of("s|1"), Set.of(), Set.of(), Set.of());
        for (Provision root : List.of(
                permit().withPurposes(PurposeOfUse.HRESCH),
                permit().withActions(Action.USE),
                permit().withActors(ActorCriterion.of("Practitioner/x")),
                permit().withConfidentialities(Confidentiality.RESTRICTED),
                permit().withSensitivities("PSY"),
                permit().withClasses("Media"),
                permit().withCodes("s|2"),
                permit().withDataPeriod(later, null),
                permit().withData(new InstanceCriterion("Media/x")),
                permit().withPeriod(later, null))) {
            assertThat(verdict(Readers.sora(), coded, consent(root.withProvisions(nested)))
                            .grounds())
                    .noneMatch(each -> each.provisionPath().equals(List.of(0)));
        }
    }

    @Test
    void replacesWhatANestedProvisionSays() {
        Instant later = NOW.plusSeconds(1);
        ResourceFacts coded = Records.saying(NORMAL, Set.of(), Set.of("s|1"), Set.of(), Set.of(), Set.of());
        Provision root = deny().withPurposes(PurposeOfUse.HRESCH)
                .withActions(Action.USE)
                .withActors(ActorCriterion.of("Practitioner/x"))
                .withConfidentialities(Confidentiality.VERY_RESTRICTED)
                .withSensitivities("PSY")
                .withClasses("Media")
                .withCodes("s|2")
                .withDataPeriod(later, null)
                .withData(new InstanceCriterion("Media/x"));
        Provision nested = deny().withPurposes(PurposeOfUse.TREAT)
                .withActions(Action.ACCESS)
                .withActors(ActorCriterion.of("Practitioner/sora"))
                .withConfidentialities(Confidentiality.NORMAL)
                .withClasses("Observation")
                .withCodes("s|1")
                .withDataPeriod(null, later)
                .withData(new InstanceCriterion("Observation/density"));
        readsNot(Readers.sora(), coded, consent(root.withProvisions(nested)));
        Provision over = nested.withPeriod(null, NOW);
        readsNot(Readers.sora(), coded, consent(over.withPeriod(null, later).withProvisions(nested)));
        reads(
                Readers.sora(),
                coded,
                Step.BASE_POLICY,
                Why.ROLE_READS_CLASS,
                consent(root.withPeriod(null, later).withProvisions(over)));
    }

    /** Both labels are one element of the provision. */
    @Test
    void replacesBothLabelsByEither() {
        ResourceFacts secret = Records.fact("Observation/x", DataClass.CLINICAL, Confidentiality.NORMAL, "IDS");
        ConsentDirective byLevel = consent(deny().withSensitivities("IDS")
                .withProvisions(deny().withConfidentialities(Confidentiality.VERY_RESTRICTED)
                        .withActors(ActorCriterion.of("Practitioner/sora"))));
        assertThat(verdict(Readers.sora(), secret, byLevel).grounds())
                .extracting(Ground::provisionPath)
                .containsExactly(List.of());
        ConsentDirective byCode = consent(deny().withConfidentialities(Confidentiality.NORMAL)
                .withProvisions(permit().withSensitivities("PSY").withActors(ActorCriterion.of("Practitioner/sora"))));
        readsNot(Readers.sora(), secret, byCode);
    }

    /** S24: what a permit inherits or hands down is read as the heir means it. */
    @Test
    void deniesCopiesOfATypeItInherits() {
        ResourceFacts copy = Records.saying(
                Records.fact("Binary/b", DataClass.SCALP_IMAGE, Confidentiality.NORMAL),
                Set.of(),
                Set.of(),
                Set.of("Media/x"),
                Set.of(),
                Set.of());
        ConsentDirective consent =
                consent(permit().withClasses("Media").withProvisions(deny().withPurposes(PurposeOfUse.TREAT)));
        readsNot(Readers.sora(), copy, consent);
    }

    /** S19. */
    @Test
    void leavesOutWhatAPermitForAPeriodDoesNotCover() {
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        ConsentDirective consent = consent(permit().withDataPeriod(start, Instant.parse("2026-01-01T00:00:00Z")));
        ResourceFacts old = Records.dated(NORMAL, Span.at(start.minusMillis(1)), null, NOW);
        ResourceFacts recent = Records.dated(NORMAL, Span.at(Instant.parse("2025-12-31T22:30:00Z")), null, NOW);
        readsNot(Readers.sora(), old, Step.CONSENT_DENIES, Why.LEFT_OUT, consent);
        reads(Readers.sora(), recent, consent);
    }

    @Test
    void leavesOutByAnyElementOfData() {
        for (Provision root : List.of(
                permit().withClasses("Media"),
                permit().withCodes("s|2"),
                permit().withDataPeriod(null, Instant.EPOCH),
                permit().withData(new AuthorCriterion("Practitioner/x")),
                permit().withConfidentialities(Confidentiality.LOW),
                permit().withSensitivities("PSY"))) {
            readsNot(Readers.sora(), NORMAL, Step.CONSENT_DENIES, Why.LEFT_OUT, consent(root));
        }
    }

    @Test
    void leavesOutNothingForOthersAndAtOtherTimes() {
        Provision restricted = permit().withConfidentialities(Confidentiality.LOW);
        for (Provision root : List.of(
                restricted.withActors(ActorCriterion.of("Practitioner/tom")),
                restricted.withActors(new ActorCriterion("Practitioner/sora", Set.of(), false)),
                restricted.withPurposes(PurposeOfUse.HRESCH),
                restricted.withActions(Action.USE),
                restricted.withPeriod(NOW.plusMillis(1), null),
                deny().withConfidentialities(Confidentiality.RESTRICTED),
                permit().withActors(ActorCriterion.of("Practitioner/tom")))) {
            reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, consent(root));
        }
    }

    /** A care consent and a genetics consent stand beside each other. */
    @Test
    void leavesOutOnlyTheSortOfDataItSpeaksOf() {
        ConsentDirective care = consent("Consent/care", permit().withConfidentialities(Confidentiality.RESTRICTED));
        ConsentDirective genetics = consent("Consent/genetics", permit().withSensitivities("GDIS"));
        reads(Readers.sora(), NORMAL, care, genetics);
        reads(Readers.sora(), Records.marker(), care, genetics);
        readsNot(Readers.sora(), Records.marker(), Step.BASE_POLICY, Why.NEEDS_PERMIT, care);
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, genetics);
        ConsentDirective both =
                consent(permit().withConfidentialities(Confidentiality.LOW).withSensitivities("GDIS"));
        readsNot(Readers.sora(), NORMAL, Step.CONSENT_DENIES, Why.LEFT_OUT, both);
        ConsentDirective oldGenetics =
                consent(permit().withSensitivities("GDIS").withDataPeriod(null, Instant.EPOCH));
        readsNot(Readers.sora(), Records.marker(), Step.CONSENT_DENIES, Why.LEFT_OUT, oldGenetics);
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, oldGenetics);
        ConsentDirective alsoUngated = consent(permit().withSensitivities("GDIS", "PSY"));
        readsNot(Readers.sora(), NORMAL, Step.CONSENT_DENIES, Why.LEFT_OUT, alsoUngated);
    }

    /** S07, S08. */
    @Test
    void opensGatedDataByNameOnly() {
        reads(Readers.sora(), Records.marker(), consent(permit().withSensitivities("GDIS")));
        readsNot(
                Readers.sora(),
                Records.marker(),
                Step.BASE_POLICY,
                Why.NEEDS_PERMIT,
                consent(permit().withConfidentialities(Confidentiality.RESTRICTED)));
        readsNot(Readers.sora(), Records.marker(), Step.BASE_POLICY, Why.NEEDS_PERMIT, consent(permit()));
        ConsentDirective team =
                consent(permit().withSensitivities("GDIS").withActors(ActorCriterion.of("CareTeam/ana")));
        reads(Readers.called(Readers.tom(), "CareTeam/ana"), Records.marker(), team);
        readsNot(Readers.ito(), Records.marker(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS, team);
    }

    @Test
    void saysNothingOfGatedDataItDoesNotName() {
        for (Provision root : List.of(
                permit(),
                permit().withConfidentialities(Confidentiality.RESTRICTED),
                permit().withConfidentialities(Confidentiality.LOW),
                permit().withSensitivities("PSY"),
                permit().withClasses("Media"))) {
            assertThat(verdict(Readers.sora(), Records.marker(), consent(root)).grounds())
                    .containsExactly(Ground.of(Step.BASE_POLICY, Effect.DENY, Readers.ANA, Why.NEEDS_PERMIT));
        }
    }

    @Test
    void wantsEveryGatedCodeNamedByPermitsTogether() {
        PolicyDecisionPoint point = new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS", "PSY"), true);
        ResourceFacts both =
                Records.fact("Observation/x", DataClass.GENETIC, Confidentiality.NORMAL, "GDIS", "PSY", "IDS");
        ConsentDirective one = consent("Consent/1", permit().withSensitivities("GDIS"));
        ConsentDirective other = consent("Consent/2", permit().withSensitivities("PSY"));
        assertThat(point.decide(Readers.sora(), both, Action.ACCESS, List.of(one, other), NOW)
                        .permits())
                .isTrue();
        Verdict half = point.decide(Readers.sora(), both, Action.ACCESS, List.of(one), NOW);
        assertThat(half.permits()).isFalse();
        assertThat(half.grounds())
                .extracting(Ground::step, Ground::effect, Ground::why)
                .containsExactly(
                        tuple(Step.CONSENT_PERMITS, Effect.PERMIT, Why.PROVISION_APPLIES),
                        tuple(Step.CONSENT_PERMITS, null, Why.GATED_CODE_NOT_NAMED),
                        tuple(Step.BASE_POLICY, Effect.DENY, Why.NEEDS_PERMIT));
    }

    @Test
    void deniesGatedDataWithoutNamingIt() {
        ConsentDirective genetics = consent("Consent/1", permit().withSensitivities("GDIS"));
        readsNot(Readers.sora(), Records.marker(), genetics, consent("Consent/2", deny()));
        readsNot(
                Readers.sora(),
                Records.marker(),
                genetics,
                consent("Consent/2", deny().withConfidentialities(Confidentiality.NORMAL)));
    }

    /** S26, C6. */
    @ParameterizedTest
    @CsvSource({
        "UNRESTRICTED, true, false",
        "LOW, true, false",
        "MODERATE, true, false",
        "NORMAL, true, false",
        "RESTRICTED, true, true",
        "VERY_RESTRICTED, false, true"
    })
    void permitsAtOrBelowALabelAndDeniesAtOrAbove(Confidentiality level, boolean permitted, boolean denied) {
        ResourceFacts facts = Records.fact("Observation/x", DataClass.CLINICAL, level);
        Provision permit = permit().withConfidentialities(Confidentiality.RESTRICTED);
        Provision deny = deny().withConfidentialities(Confidentiality.RESTRICTED);
        assertThat(verdict(BO, facts, consent(permit)).permits()).isEqualTo(permitted);
        assertThat(verdict(Readers.sora(), facts, consent(deny)).permits()).isEqualTo(!denied);
    }

    @Test
    void takesAnyOneLabel() {
        ResourceFacts face = Records.fact("Media/x", DataClass.FACE_IMAGE, Confidentiality.RESTRICTED, "IDS");
        reads(
                BO,
                face,
                consent(permit().withConfidentialities(Confidentiality.LOW).withSensitivities("PSY", "IDS")));
        reads(BO, face, consent(permit().withConfidentialities(Confidentiality.LOW, Confidentiality.RESTRICTED)));
        readsNot(Readers.sora(), face, consent(deny().withSensitivities("IDS")));
        readsNot(
                Readers.sora(),
                face,
                consent(deny().withConfidentialities(Confidentiality.VERY_RESTRICTED, Confidentiality.NORMAL)));
        reads(
                Readers.sora(),
                face,
                Step.BASE_POLICY,
                Why.ROLE_READS_CLASS,
                consent(deny().withConfidentialities(Confidentiality.VERY_RESTRICTED)
                        .withSensitivities("PSY")));
    }

    /** S27 to S29. */
    @Test
    void matchesPurposesBelowTheNamed() {
        reads(
                Readers.asking(BO, PurposeOfUse.ETREAT),
                NORMAL,
                consent(permit().withPurposes(PurposeOfUse.HRESCH, PurposeOfUse.TREAT)));
        readsNot(BO, NORMAL, Step.BASE_POLICY, Why.NEEDS_PERMIT, consent(permit().withPurposes(PurposeOfUse.ETREAT)));
    }

    @Test
    void matchesActions() {
        reads(BO, NORMAL, consent(permit().withActions(Action.USE, Action.ACCESS)));
        readsNot(BO, NORMAL, Step.BASE_POLICY, Why.NEEDS_PERMIT, consent(permit().withActions(Action.USE)));
        for (Action each : Set.of(Action.COLLECT, Action.ACCESS, Action.USE, Action.CORRECT)) {
            assertThat(POINT.decide(BO, NORMAL, each, List.of(consent(permit().withActions(each))), NOW)
                            .permits())
                    .isTrue();
        }
    }

    /** S33: an app is an actor of its own. */
    @Test
    void matchesTheAppSomebodyUses() {
        ConsentDirective noVox = consent(deny().withActors(ActorCriterion.of("client/vox")));
        readsNot(Readers.through(Readers.sora(), ClientRole.PROCESSOR, "client/vox"), NORMAL, noVox);
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, noVox);
    }

    /** S34. */
    @Test
    void matchesAnActorThatDoesNotResolveInADenyOnly() {
        ActorCriterion unknown = new ActorCriterion("Practitioner/old", Set.of("urn:npi|1"), false);
        Reader byIdentifier = Readers.called(BO, "urn:npi|1");
        Reader byReference = Readers.called(BO, "Practitioner/old");
        ConsentDirective yes = consent("Consent/1", permit().withActors(unknown));
        ConsentDirective no = consent("Consent/2", deny().withActors(unknown));
        for (Reader each : List.of(byIdentifier, byReference)) {
            readsNot(each, NORMAL, Step.BASE_POLICY, Why.NEEDS_PERMIT, yes);
            readsNot(each, NORMAL, no);
        }
        readsNot(BO, NORMAL, Step.BASE_POLICY, Why.NEEDS_PERMIT, no);
    }

    @Test
    void permitsAnActorThatResolvesByItsReferenceOnly() {
        ActorCriterion known = new ActorCriterion("Practitioner/other", Set.of("urn:npi|1"), true);
        readsNot(
                Readers.called(BO, "urn:npi|1"),
                NORMAL,
                Step.BASE_POLICY,
                Why.NEEDS_PERMIT,
                consent(permit().withActors(known)));
        reads(Readers.called(BO, "Practitioner/other"), NORMAL, consent(permit().withActors(known)));
        readsNot(Readers.called(BO, "urn:npi|1"), NORMAL, consent(deny().withActors(known)));
    }

    /** S37. */
    @Test
    void takesPartWhileItsPeriodLasts() {
        Provision tomorrow = deny().withPeriod(NOW.plusMillis(1), null);
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, consent(tomorrow));
        readsNot(Readers.sora(), NORMAL, consent(deny().withPeriod(NOW, NOW.plusMillis(1))));
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, consent(deny().withPeriod(null, NOW)));
    }

    @Test
    void takesNoPartOutsideItsPeriodWhateverIsNestedInIt() {
        ConsentDirective over =
                consent(permit().withPeriod(null, NOW).withProvisions(deny().withPeriod(null, NOW.plusMillis(1))));
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, over);
        assertThat(verdict(Readers.sora(), NORMAL, over).grounds()).hasSize(1);
    }

    @Test
    void nestsPeriods() {
        ConsentDirective until =
                consent(permit().withProvisions(deny().withPeriod(null, NOW)).withPeriod(null, NOW.plusMillis(1)));
        reads(BO, NORMAL, until);
    }

    /** S40. */
    @Test
    void deniesWhenConsentsDisagree() {
        ConsentDirective yes = consent("Consent/1", permit());
        ConsentDirective no = consent("Consent/2", deny());
        assertThat(verdict(BO, NORMAL, yes, no).permits()).isFalse();
        assertThat(verdict(BO, NORMAL, no, yes).permits()).isFalse();
    }

    /** S45, E5. */
    @Test
    void deniesByAConsentNobodyCanRead() {
        ConsentDirective denying = ConsentDirective.unreadable("Consent/x", "1", Readers.ANA, true);
        ConsentDirective permitting = ConsentDirective.unreadable("Consent/y", "1", Readers.ANA, false);
        readsNot(Readers.sora(), NORMAL, Step.CONSENT_DENIES, Why.UNREADABLE, denying);
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, permitting);
        readsNot(BO, NORMAL, Step.BASE_POLICY, Why.NEEDS_PERMIT, permitting);
        assertThat(verdict(BO, NORMAL, permitting).grounds())
                .contains(new Ground(Step.CONSENT_PERMITS, null, Readers.ANA, "Consent/y", List.of(), Why.UNREADABLE));
    }

    /** S55. */
    @Test
    void keepsPurposesApart() {
        ConsentDirective noMarketing = consent(deny().withPurposes(PurposeOfUse.HMARKT));
        reads(Readers.sora(), NORMAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS, noMarketing);
    }

    @Test
    void saysEachWordOnce() {
        ConsentDirective no = consent(deny());
        assertThat(POINT.decide(Readers.sora(), NORMAL, Action.DISCLOSE, List.of(no, no), NOW)
                        .grounds())
                .hasSize(1);
    }

    private static Reader other(String id) {
        return Readers.staff(id, PurposeOfUse.TREAT, ClinicRole.EXTERNAL_CLINICIAN);
    }
}
