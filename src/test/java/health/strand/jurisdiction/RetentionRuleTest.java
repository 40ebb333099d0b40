package health.strand.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRuleTest {

    @ParameterizedTest
    @CsvSource({
        "DE, 2026-02-28, , 2036-02-28",
        "PL, 2026-01-01, , 2047-01-01",
        "PL, 2026-12-31, , 2047-01-01",
        "UK, 2026-05-01, 1980-03-03, 2034-05-01",
        "UK, 2026-05-01, 2015-03-03, 2040-03-03",
        "UK, 2026-05-01, 2009-05-01, 2034-05-01",
        "FR, 2026-05-01, 2018-06-06, 2046-06-06",
        "FR, 2026-05-01, , 2046-05-01",
    })
    void endsThePeriodAfterTheEventAndNotBeforeAMinorIsGrown(
            String code, LocalDate event, @Nullable LocalDate birth, LocalDate end) {
        assertThat(clinical(code).ends(event, birth)).hasValue(end);
    }

    @Test
    void hasNoEndWhereNobodyKnowsTheLaw() {
        assertThat(clinical("TR").ends(LocalDate.of(1990, 1, 1), null)).isEmpty();
        assertThat(clinical("EU-generic").ends(LocalDate.of(1990, 1, 1), null)).isEmpty();
    }

    private static RetentionRule clinical(String code) {
        return Jurisdictions.shipped(code).retention(DataClass.CLINICAL).orElseThrow();
    }
}
