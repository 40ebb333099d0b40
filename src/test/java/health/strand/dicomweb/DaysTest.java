package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record is asked for a day more on either side than a query names, and never for a day less. */
class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "20260301, 20260301, ge2026-02-28 le2026-03-02",
        "20260301, 20270301, ge2026-02-28 le2027-03-02",
        "20260301, '',       ge2026-02-28",
        "'',       20260301, le2026-03-02",
        "20260301, 20260230, ge2026-02-28"
    })
    void areAskedForWithOneMoreOnEitherSide(String first, String last, String asked) {
        assertThat(Days.around(first, last)).containsExactly(asked.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"20261399, 20261399", "'', ''", "00010101, 00010101", "99991231, ''"})
    void areAllWhereTheyAreNoneThatFhirCouldName(String first, String last) {
        assertThat(Days.around(first, last)).isEmpty();
    }
}
