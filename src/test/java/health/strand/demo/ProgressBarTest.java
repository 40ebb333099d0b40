package health.strand.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @Test
    void writesOverOneLineOnATerminal() {
        ProgressBar bar = new ProgressBar(out, true);
        bar.accept(new LoadProgress(23, 50, 1234, 5.876));
        bar.accept(new LoadProgress(50, 50, 3600, 15));

        assertThat(written.toString(UTF_8))
                .startsWith("\r[#############.................] 23/50 patients, 1,234 resources, 210/s")
                .contains("\r[##############################] 50/50 patients, 3,600 resources, 240/s")
                .endsWith(System.lineSeparator());
    }

    @Test
    void writesALineEveryThreeSecondsIntoAFile() {
        ProgressBar bar = new ProgressBar(out, false);
        for (int done = 0; done < 10; done++) {
            bar.accept(new LoadProgress(done, 10, done * 70L, done));
        }
        bar.accept(new LoadProgress(10, 10, 700, 9.5));

        assertThat(written.toString(UTF_8).lines()).hasSize(5).noneMatch(line -> line.contains("\r"));
    }
}
