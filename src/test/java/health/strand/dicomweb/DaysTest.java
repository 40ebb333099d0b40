package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record is asked for a day more on either side than a query names, and never for a day less. */
class DaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20260301 | 20260301 | 2026-02-28,2026-03-01,2026-03-02",
                "20260301 | 20260302 | 2026-02-28,2026-03-01,2026-03-02,2026-03-03",
                "20260301 | ''       | ge2026-02-28",
                "20260301 | 20270301 | ge2026-02-28",
                "''       | 20260301 | le2026-03-02"
            })
    void areAskedForWithOneMoreOnEitherSide(String first, String last, String asked) {
        assertThat(Days.around(first, last)).contains(asked);
    }

    @Test
    void areNamedUpToAMonth() {
        assertThat(Days.around("20260101", "20260131").orElseThrow().split(",")).hasSize(33);
        assertThat(Days.around("20260101", "20260201")).contains("ge2025-12-31");
    }

    @ParameterizedTest
    @CsvSource({"20261399,20261399", "'',20260230", "'',''", "20260110,20260101", "00010101,00010101", "99991231,''"})
    void areAllWhereTheyAreNone(String first, String last) {
        assertThat(Days.around(first, last)).isEqualTo(Optional.empty());
    }
}
