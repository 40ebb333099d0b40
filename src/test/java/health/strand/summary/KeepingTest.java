package health.strand.summary;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import health.strand.jurisdiction.Jurisdictions;
import health.strand.jurisdiction.RetentionRule;
import health.strand.visibility.Holding;
import health.strand.visibility.StoredText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeepingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate CARED_FOR = LocalDate.of(2026, 1, 10);
    private static final Instant WITHDRAWN = Instant.parse("2026-10-20T10:00:00Z");

    private static Kept kept(String law, DataClass dataClass, @Nullable LocalDate birth, String... consents) {
        Map<DataClass, RetentionRule> rules = Jurisdictions.shipped(law).retention();
        return keeping(rules, birth, EnumSet.allOf(DataClass.class), consents).of(dataClass);
    }

    private static Keeping keeping(
            Map<DataClass, RetentionRule> rules, @Nullable LocalDate birth, Set<DataClass> told, String... consents) {
        Instant written = Instant.parse("2025-06-01T10:00:00Z");
        return new Keeping(
                rules,
                Map.of(
                        DataClass.CLINICAL,
                        new Holding(DataClass.CLINICAL, 3, written, written, Set.of(1)),
                        DataClass.GENETIC,
                        new Holding(DataClass.GENETIC, 1, written, written, Set.of(2)),
                        DataClass.MARKETING,
                        new Holding(DataClass.MARKETING, 1, written, written, Set.of(4)),
                        DataClass.PRIVACY,
                        new Holding(DataClass.PRIVACY, 1, written, written, Set.of(3))),
                told,
                new ConsentDates(
                        List.of(consents).stream()
                                .map(each -> new StoredText(each, WITHDRAWN))
                                .toList(),
                        ZoneOffset.UTC),
                birth,
                CARED_FOR,
                null,
                TODAY,
                ZoneOffset.UTC);
    }

    private static String consent(String status, String element, String code) {
        return "{\"status\":\"" + status + "\",\"dateTime\":\"2026-05-01\",\"provision\":{\"type\":\"permit\",\""
                + element + "\":[{\"code\":\"" + code + "\"}]}}";
    }

    @Test
    void reckonsFromTheLastCareByTheRuleOfThePlace() {
        Kept kept = kept("DE", DataClass.CLINICAL, null);

        assertThat(kept.event()).isEqualTo(CARED_FOR);
        assertThat(kept.ends()).isEqualTo("2036-01-10");
        assertThat(kept.erasure()).isEqualTo(Erasure.FROM_A_DAY);
    }

    @Test
    void doesNotSayWhatNobodyHasRead() {
        Kept kept = kept("EU-generic", DataClass.CLINICAL, null);

        assertThat(kept.ends()).isNull();
        assertThat(kept.erasure()).isEqualTo(Erasure.UNKNOWN);
    }

    @Test
    void keepsWhatWasRecordedOfMinorsUntilTheirBirthday() {
        Kept grown = kept("FR", DataClass.CLINICAL, LocalDate.of(1980, 1, 1));
        Kept minor = kept("FR", DataClass.CLINICAL, LocalDate.of(2024, 3, 1));

        assertThat(grown.ends()).isEqualTo("2046-01-10");
        assertThat(minor.ends()).isEqualTo("2052-03-01");
    }

    @Test
    void beginsWithTheWithdrawalWhereAConsentIsWhatItRestsOn() {
        Kept stands = kept("EU-generic", DataClass.GENETIC, null, consent("active", "securityLabel", "GDIS"));
        Kept ended = kept("EU-generic", DataClass.GENETIC, null, consent("inactive", "securityLabel", "GDIS"));
        Kept refused = kept("EU-generic", DataClass.GENETIC, null, consent("rejected", "securityLabel", "GDIS"));

        assertThat(refused.erasure()).isEqualTo(Erasure.UNKNOWN);
        assertThat(stands.erasure()).isEqualTo(Erasure.AFTER_WITHDRAWAL);
        assertThat(stands.event()).isNull();
        assertThat(ended.event()).isEqualTo("2026-10-20");
        assertThat(ended.ends()).isEqualTo("2026-11-19");
        assertThat(ended.erasure()).isEqualTo(Erasure.FROM_A_DAY);
    }

    @Test
    void keepsPicturesForAdvertisingNoLongerThanTheConsent() {
        Kept stands = kept("EU-generic", DataClass.MARKETING, null, consent("active", "purpose", "HMARKT"));
        Kept ended = kept("EU-generic", DataClass.MARKETING, null, consent("inactive", "purpose", "HMARKT"));

        assertThat(stands.ends()).isEqualTo("2028-05-01");
        assertThat(ended.ends()).isEqualTo("2026-10-20");
        assertThat(ended.erasure()).isEqualTo(Erasure.NOW);
    }

    @Test
    void knowsNoEndOfWhatIsInUse() {
        assertThat(kept("EU-generic", DataClass.PRIVACY, null).erasure()).isEqualTo(Erasure.AFTER_USE);
    }

    @Test
    void hasNothingToEraseWhereThereIsNothing() {
        assertThat(kept("DE", DataClass.BILLING, null).erasure()).isEqualTo(Erasure.NOTHING_HELD);
    }

    @Test
    void saysNothingOfWhatWhoeverAsksMayNotSee() {
        Kept kept = keeping(Jurisdictions.shipped("DE").retention(), null, Set.of(DataClass.PRIVACY))
                .of(DataClass.CLINICAL);

        assertThat(kept.event()).isNull();
        assertThat(kept.ends()).isNull();
        assertThat(kept.erasure()).isEqualTo(Erasure.NOT_SHOWN);
    }
}
