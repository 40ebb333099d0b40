package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.DataClass;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.Jurisdictions;
import java.time.Period;
import org.junit.jupiter.api.Test;

class TrailRetentionTest {

    private final Jurisdiction law = Jurisdictions.shipped(Jurisdictions.USUAL);

    @Test
    void keepsTheTrailAsLongAsTheLawHasItUnlessToldOtherwise() {
        assertThat(TrailRetention.under(law, null)).isEqualTo(law);
        assertThat(TrailRetention.of(TrailRetention.under(law, null))).isEqualTo(Period.ofYears(6));
    }

    @Test
    void keepsItSixYearsWhereTheLawIsNotKnown() {
        Jurisdiction silent = Jurisdictions.parse(
                "what,of,value,from,checked,source\nlike,,DE,,,\nkeep,audit,unknown,,check,nobody has read it\n");

        assertThat(TrailRetention.of(TrailRetention.under(silent, null))).isEqualTo(Period.ofYears(6));
        assertThat(TrailRetention.of(TrailRetention.under(silent, Period.ofYears(3))))
                .isEqualTo(Period.ofYears(3));
    }

    @Test
    void tellsPatientsWhatTheClinicHasChosen() {
        Jurisdiction longer = TrailRetention.under(law, Period.ofYears(8));

        assertThat(longer.retention(DataClass.AUDIT)).hasValueSatisfying(rule -> {
            assertThat(rule.period()).isEqualTo(Period.ofYears(8));
            assertThat(rule.source()).isEqualTo("own choice");
        });
        assertThat(longer.retention(DataClass.CLINICAL)).isEqualTo(law.retention(DataClass.CLINICAL));
    }

    @Test
    void refusesATableThatKeepsItShorterThanTheEhdsAsksFor() {
        Jurisdiction hasty = Jurisdictions.parse(
                "what,of,value,from,checked,source\nlike,,DE,,,\nkeep,audit,P1Y,recording,seen,own law\n");

        assertThatThrownBy(() -> TrailRetention.under(hasty, null)).hasMessageContaining("P1Y is shorter than P3Y");
    }
}
