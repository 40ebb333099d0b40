package health.strand.access;

import static health.strand.access.DecisionAsserts.POINT;
import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a picture may be taken into the record for. */
class CollectionTest {

    private static final ConsentDirective RESEARCH =
            consent("Consent/research", permit().withPurposes(PurposeOfUse.HRESCH));

    private static boolean collects(Reader reader, PurposeOfUse purpose, ConsentDirective... consents) {
        return POINT.collect(reader, Records.study(), purpose, List.of(consents), Records.NOW)
                .permits();
    }

    @Test
    void whoTreatsTakesPicturesForCareWithoutAConsent() {
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT)).isTrue();
        assertThat(collects(Readers.loader(), PurposeOfUse.TREAT)).isTrue();
        assertThat(collects(Readers.ito(), PurposeOfUse.TREAT)).isFalse();
    }

    @Test
    void aDenialOfCollectingKeepsPicturesOutAndShowsThoseThatAreThere() {
        ConsentDirective denial = consent(deny().withActions(Action.COLLECT));
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT, denial)).isFalse();
        assertThat(collects(Readers.loader(), PurposeOfUse.TREAT, denial)).isFalse();
        assertThat(DecisionAsserts.verdict(Readers.sora(), Records.study(), denial)
                        .permits())
                .isTrue();
    }

    @Test
    void aDenialOfEverythingIsOneOfCollectingToo() {
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT, consent(deny())))
                .isFalse();
        assertThat(collects(Readers.loader(), PurposeOfUse.TREAT, consent(deny())))
                .isFalse();
    }

    @Test
    void aDenialOfReadingSaysNothingOfCollecting() {
        ConsentDirective denial = consent(deny().withActions(Action.ACCESS));
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT, denial)).isTrue();
    }

    @Test
    void aPermitThatListsWhatMayBeSeenLeavesOutNothingOfCollecting() {
        Provision open = permit().withPurposes(PurposeOfUse.TREAT).withConfidentialities(Confidentiality.NORMAL);
        assertThat(DecisionAsserts.verdict(Readers.sora(), Records.study(), consent(open))
                        .permits())
                .isFalse();
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT, consent(open))).isTrue();
        assertThat(collects(Readers.sora(), PurposeOfUse.TREAT, consent(open.withActions(Action.COLLECT))))
                .isFalse();
    }

    @Test
    void patientsBringTheirOwnPicturesForWhatTheyLike() {
        ConsentDirective denial = consent(deny().withActions(Action.COLLECT));
        assertThat(collects(Readers.ana(), PurposeOfUse.TREAT, denial)).isTrue();
        assertThat(collects(Readers.ana(), PurposeOfUse.HRESCH)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothingButCareIsCoveredByThePolicy(PurposeOfUse purpose) {
        boolean care = purpose == PurposeOfUse.TREAT || purpose == PurposeOfUse.ETREAT || purpose == PurposeOfUse.COC;
        // a purpose that is a kind of treatment elsewhere is not care here: a trial takes a consent
        assertThat(collects(Readers.loader(), purpose))
                .isEqualTo(purpose.isCare())
                .isEqualTo(care);
    }

    @Test
    void anotherPurposeTakesItsOwnConsent() {
        ConsentDirective treatment = consent("Consent/care", permit().withPurposes(PurposeOfUse.TREAT));
        assertThat(collects(Readers.sora(), PurposeOfUse.HRESCH, treatment)).isFalse();
        assertThat(collects(Readers.sora(), PurposeOfUse.HRESCH, treatment, RESEARCH))
                .isTrue();
        assertThat(collects(Readers.sora(), PurposeOfUse.CLINTRCH, RESEARCH)).isTrue();
        assertThat(collects(Readers.sora(), PurposeOfUse.HMARKT, RESEARCH)).isFalse();
    }

    @Test
    void theConsentMustMeanWhoeverTakesThePicture() {
        ConsentDirective project =
                consent(permit().withPurposes(PurposeOfUse.HRESCH).withActors(ActorCriterion.of("Organization/uni")));
        assertThat(collects(Readers.sora(), PurposeOfUse.HRESCH, project)).isFalse();
    }

    @Test
    void aDenialOutweighsAPermit() {
        ConsentDirective denial = consent("Consent/no", deny().withActions(Action.COLLECT));
        assertThat(collects(Readers.sora(), PurposeOfUse.HRESCH, RESEARCH, denial))
                .isFalse();
    }

    @Test
    void everyPatientInThePictureMustConsent() {
        ResourceFacts two = Records.of(Records.study(), Readers.ANA, Readers.BEN);
        assertThat(POINT.collect(Readers.loader(), two, PurposeOfUse.HRESCH, List.of(RESEARCH), Records.NOW)
                        .permits())
                .isFalse();
    }
}
