package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenTasksTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "Z, UTC",
        "UTC, UTC",
        "+02:00, UTC-02:00",
        "GMT+5, UTC-05:00",
        "-03:30, UTC+03:30",
    })
    void namesAZoneAsTheDatabaseReadsIt(String zone, String named) {
        assertThat(OpenTasks.inDatabase(ZoneId.of(zone))).isEqualTo(named);
    }
}
