package health.strand.access;

import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static health.strand.access.DecisionAsserts.reads;
import static health.strand.access.DecisionAsserts.readsNot;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Steps 4 and 5: patients, representatives and the privacy officer. */
class OwnRecordTest {

    private static final ResourceFacts PERSONAL =
            Records.fact("Observation/p", DataClass.CLINICAL, Confidentiality.NORMAL, "PRS");
    private static final ResourceFacts AUDIT =
            Records.fact("AuditEvent/a", DataClass.AUDIT, Confidentiality.RESTRICTED);

    /** S10. */
    @ParameterizedTest
    @EnumSource(DataClass.class)
    void ownersReadAllOfTheirRecord(DataClass dataClass) {
        ResourceFacts facts = Records.fact("Basic/x", dataClass, Confidentiality.VERY_RESTRICTED, "GDIS", "PRS");
        reads(Readers.ana(), facts, Step.OWNER, Why.OWN_RECORD);
    }

    /** S83. */
    @Test
    void ownersReadWhatTheyDenyToAll() {
        reads(Readers.ana(), Records.density(), Step.OWNER, Why.OWN_RECORD, consent(deny()));
        reads(Readers.ana(), Records.consent(), Step.OWNER, Why.OWN_RECORD, consent(deny()));
        reads(Readers.ana(), AUDIT, Step.OWNER, Why.OWN_RECORD, consent(deny()));
    }

    @Test
    void ownersReadInSpiteOfAConsentNobodyCanRead() {
        reads(Readers.ana(), Records.density(), Step.OWNER, Why.OWN_RECORD, unreadable(true));
    }

    @Test
    void patientsReadNobodyElsesRecord() {
        readsNot(
                Readers.with(Readers.ana(), Map.of(Readers.BEN, Relation.SELF)),
                Records.density(),
                Step.NOTHING_MATCHED,
                Why.ROLE_NEVER_READS_CLASS);
    }

    @Test
    void patientsAreOwnersForTheirOwnPurposeOnly() {
        readsNot(
                Readers.asking(Readers.ana(), PurposeOfUse.TREAT),
                Records.density(),
                Step.NOTHING_MATCHED,
                Why.ROLE_NEVER_READS_CLASS,
                consent(permit()));
    }

    @Test
    void staffAreNotOwnersAtWork() {
        Reader sora =
                Readers.with(Readers.asking(Readers.sora(), PurposeOfUse.PATRQT), Map.of(Readers.ANA, Relation.SELF));
        readsNot(sora, Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
    }

    /** S11. */
    @Test
    void keepsFromOwnersWhatAClinicianWithholdsForNow() {
        ResourceFacts note = Records.withheld(Records.density(), Records.NOW.plusMillis(1));
        readsNot(Readers.ana(), note, Step.OWNER, Why.WITHHELD_FROM_PATIENT);
        readsNot(Readers.pat(), note, Step.OWNER, Why.WITHHELD_FROM_PATIENT);
        reads(Readers.sora(), note, Step.BASE_POLICY, Why.ROLE_READS_CLASS);
        ResourceFacts later = Records.withheld(Records.density(), Records.NOW);
        reads(Readers.ana(), later, Step.OWNER, Why.OWN_RECORD);
        reads(Readers.pat(), later, Step.OWNER, Why.REPRESENTED_RECORD);
    }

    @Test
    void withholdsNeitherPrivacyRecordsNorTheAuditTrail() {
        for (ResourceFacts each : List.of(Records.consent(), AUDIT)) {
            ResourceFacts withheld = Records.withheld(each, Records.NOW.plusMillis(1));
            reads(Readers.ana(), withheld, Step.OWNER, Why.OWN_RECORD);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataClass.class,
            mode = Mode.EXCLUDE,
            names = {"PRIVACY", "AUDIT"})
    void withholdsAnyOtherClass(DataClass dataClass) {
        ResourceFacts facts = Records.fact("Basic/x", dataClass, Confidentiality.NORMAL);
        readsNot(
                Readers.ana(),
                Records.withheld(facts, Records.NOW.plusMillis(1)),
                Step.OWNER,
                Why.WITHHELD_FROM_PATIENT);
    }

    /** S78. */
    @ParameterizedTest
    @EnumSource(ClientRole.class)
    void givesAppsGatedDataOnlyByName(ClientRole client) {
        Reader ana = Readers.through(Readers.ana(), client, "client/app");
        boolean foreign = client == ClientRole.RECIPIENT || client == ClientRole.PATIENT_APP;
        reads(ana, Records.density(), Step.OWNER, Why.OWN_RECORD, consent(deny()));
        if (foreign) {
            ConsentDirective ticked = consent(permit().withActors(ActorCriterion.of("client/app"))
                    .withPurposes(PurposeOfUse.PATRQT)
                    .withSensitivities("GDIS"));
            readsNot(ana, Records.marker(), Step.OWNER, Why.NOT_NAMED_FOR_APP);
            readsNot(ana, Records.marker(), Step.OWNER, Why.NOT_NAMED_FOR_APP, consent(permit()));
            reads(ana, Records.marker(), ticked);
            readsNot(ana, Records.marker(), ticked, consent("Consent/2", deny().withSensitivities("GDIS")));
            readsNot(ana, Records.marker(), Step.CONSENT_DENIES, Why.UNREADABLE, ticked, unreadable(true));
        } else {
            reads(ana, Records.marker(), Step.OWNER, Why.OWN_RECORD);
        }
    }

    /** S66. */
    @ParameterizedTest
    @EnumSource(
            value = PurposeOfUse.class,
            names = {"FAMRQT", "PWATRNY", "SUPNWK"})
    void representativesReadTheRecordTheyHaveAMandateFor(PurposeOfUse purpose) {
        Reader pat = Readers.asking(Readers.pat(), purpose);
        reads(pat, Records.density(), Step.OWNER, Why.REPRESENTED_RECORD);
        reads(pat, Records.marker(), Step.OWNER, Why.REPRESENTED_RECORD);
        reads(pat, AUDIT, Step.OWNER, Why.REPRESENTED_RECORD);
    }

    /** S67, S71. */
    @Test
    void representativesWithoutMandateReadNothing() {
        Reader unverified = Readers.with(Readers.pat(), Map.of());
        readsNot(unverified, Records.density(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
        readsNot(
                Readers.with(Readers.pat(), Map.of(Readers.ANA, Relation.SELF)),
                Records.density(),
                Step.NOTHING_MATCHED,
                Why.ROLE_NEVER_READS_CLASS);
    }

    /** S30. */
    @Test
    void representativesDoNotReadAsThePatient() {
        readsNot(
                Readers.asking(Readers.pat(), PurposeOfUse.PATRQT),
                Records.density(),
                Step.NOTHING_MATCHED,
                Why.ROLE_NEVER_READS_CLASS);
        Reader throughApp = Readers.through(Readers.pat(), ClientRole.PATIENT_APP);
        ConsentDirective forPatient =
                consent(permit().withPurposes(PurposeOfUse.PATRQT).withSensitivities("GDIS"));
        readsNot(throughApp, Records.marker(), Step.OWNER, Why.NOT_NAMED_FOR_APP, forPatient);
        reads(
                throughApp,
                Records.marker(),
                consent(permit().withPurposes(PurposeOfUse.FAMRQT).withSensitivities("GDIS")));
        reads(throughApp, Records.density(), Step.OWNER, Why.REPRESENTED_RECORD);
    }

    /** S68. */
    @Test
    void representativesDoNotReadWhatIsPersonal() {
        readsNot(Readers.pat(), PERSONAL, Step.OWNER, Why.PERSONAL_TO_PATIENT);
        readsNot(
                Readers.pat(),
                Records.fact("Observation/p", DataClass.PRIVACY, Confidentiality.NORMAL, "PDS"),
                Step.OWNER,
                Why.PERSONAL_TO_PATIENT);
        reads(Readers.ana(), PERSONAL, Step.OWNER, Why.OWN_RECORD);
        reads(Readers.sora(), PERSONAL, Step.BASE_POLICY, Why.ROLE_READS_CLASS);
    }

    @Test
    void representativesAreDeniedByConsents() {
        readsNot(Readers.pat(), Records.density(), consent(deny()));
        readsNot(Readers.pat(), Records.consent(), consent(deny()));
        readsNot(Readers.pat(), Records.density(), Step.CONSENT_DENIES, Why.UNREADABLE, unreadable(true));
        reads(
                Readers.pat(),
                Records.density(),
                Step.OWNER,
                Why.REPRESENTED_RECORD,
                consent(deny().withPurposes(PurposeOfUse.TREAT)));
    }

    /** S12, S83. */
    @Test
    void thePrivacyOfficerReadsPrivacyRecordsAndTheAuditTrailAlways() {
        reads(Readers.dara(), Records.consent(), Step.PRIVACY_OFFICER, Why.OVERSIGHT, consent(deny()));
        reads(Readers.dara(), AUDIT, Step.PRIVACY_OFFICER, Why.OVERSIGHT, unreadable(true));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataClass.class,
            mode = Mode.EXCLUDE,
            names = {"PRIVACY", "AUDIT", "REGISTRY", "CONFORMANCE"})
    void thePrivacyOfficerReadsNothingElse(DataClass dataClass) {
        ResourceFacts facts = Records.fact("Basic/x", dataClass, Confidentiality.NORMAL);
        readsNot(Readers.dara(), facts, Step.PRIVACY_OFFICER, Why.OUTSIDE_OVERSIGHT, consent(permit()));
    }

    /** S12: whatever consents say, and of the one patient. */
    @ParameterizedTest
    @EnumSource(
            value = DataClass.class,
            names = {"IDENTITY", "CLINICAL", "SCALP_IMAGE", "FACE_IMAGE", "GENETIC"})
    void aCaseOpensOneRecordToThePrivacyOfficer(DataClass dataClass) {
        ResourceFacts facts = Records.fact("Basic/x", dataClass, Confidentiality.NORMAL);
        reads(examining(Readers.ANA), facts, Step.PRIVACY_OFFICER, Why.CASE_OPEN, consent(deny()));
        readsNot(examining(Readers.BEN), facts, Step.PRIVACY_OFFICER, Why.OUTSIDE_OVERSIGHT, consent(permit()));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataClass.class,
            names = {"ADMINISTRATION", "BILLING", "MARKETING", "RESEARCH"})
    void aCaseOpensNothingElse(DataClass dataClass) {
        ResourceFacts facts = Records.fact("Basic/x", dataClass, Confidentiality.NORMAL);
        readsNot(examining(Readers.ANA), facts, Step.PRIVACY_OFFICER, Why.OUTSIDE_CASE, consent(permit()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            mode = Mode.EXCLUDE,
            names = {"ACCESS"})
    void aCaseOpensReadingOnly(Action action) {
        ResourceFacts facts = Records.fact("Basic/x", DataClass.CLINICAL, Confidentiality.NORMAL);
        Verdict verdict = DecisionAsserts.POINT.decide(
                examining(Readers.ANA), facts, action, List.of(consent(permit())), Records.NOW);
        DecisionAsserts.check(verdict, Effect.DENY, Step.PRIVACY_OFFICER, Why.OUTSIDE_CASE);
    }

    private static Reader examining(PatientId patient) {
        return Readers.with(Readers.dara(), Map.of(patient, Relation.CASE));
    }

    @Test
    void theOfficeIsHeldByTheRoleForItsPurpose() {
        Reader forTreatment = Readers.asking(Readers.dara(), PurposeOfUse.TREAT);
        readsNot(forTreatment, Records.consent(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
        Reader surgeon = Readers.staff("Practitioner/x", PurposeOfUse.HCOMPL, ClinicRole.SURGEON);
        readsNot(surgeon, Records.consent(), Step.NOTHING_MATCHED, Why.ROLE_NEVER_READS_CLASS);
        reads(
                Readers.dara(),
                Records.fact("Location/x", DataClass.REGISTRY, Confidentiality.NORMAL),
                Step.BASE_POLICY,
                Why.OPEN_TO_EVERYBODY);
    }

    private static ConsentDirective unreadable(boolean denies) {
        return ConsentDirective.unreadable("Consent/broken", "1", Readers.ANA, denies);
    }
}
