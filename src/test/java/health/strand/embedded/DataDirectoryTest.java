package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void refusesASecondUserOfTheSameFolder() {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining("in use by another running Strand");
        }
    }

    @Test
    void makesASecretOnceAndKeepsItBetweenRuns() {
        String made = secret("one");

        assertThat(made).hasSizeGreaterThanOrEqualTo(32);
        assertThat(secret("one")).isEqualTo(made);
        assertThat(secret("two")).isNotEqualTo(made);
    }

    private String secret(String name) {
        try (DataDirectory data = DataDirectory.open(folder)) {
            return data.secret(name);
        }
    }
}
