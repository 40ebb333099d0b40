package health.strand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bench's SQL and its command line are read as they are meant. */
class ScriptsTest {

    @Test
    void keepsAFunctionInOneStatement() {
        assertThat(Scripts.statements("template.sql"))
                .filteredOn(each -> each.contains("create function bench.suffixed"))
                .singleElement()
                .asString()
                .contains("overlay")
                .endsWith("$$");
    }

    @Test
    void insertsWithEveryStatementOfACopy() {
        for (String script : List.of("patients.sql", "staff.sql")) {
            assertThat(Scripts.statements(script))
                    .hasSizeGreaterThan(2)
                    .allMatch(each -> each.startsWith("insert into"));
        }
    }

    @Test
    void measuresAtAscendingSizes() {
        BenchOptions options = BenchOptions.parse("--patients", "500,100", "--seconds", "3");

        assertThat(options.sizes()).containsExactly(100, 500);
        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.data()).isEqualTo(Path.of("target", "bench", "data"));
    }
}
