package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @Test
    void showsWhatIsSaidAndNotWhereInCode(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("keycloak.log");
        Files.writeString(
                log,
                "INFO begins\n".repeat(20) + "ERROR: the database is none\njava.lang.IllegalStateException: closed\n"
                        + "\tat some.where.Inside.code(Inside.java:1)\n".repeat(30));

        assertThat(LogTail.of(log))
                .contains("ERROR: the database is none", "IllegalStateException: closed")
                .doesNotContain("\tat ")
                .hasLineCount(12);
    }

    @Test
    void saysThatThereIsNoLog(@TempDir Path folder) {
        assertThat(LogTail.of(folder.resolve("none"))).startsWith("(no log at ");
    }
}
