package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README's first page has a newcomer type, typed. */
class ReadmeIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Pattern ROW = Pattern.compile("\\| `(curl .*?)` \\|");
    private static final Pattern WITHDRAWAL = Pattern.compile("(?s)```sh\n(ask\\(\\).*?)```");
    private static final Pattern TOTAL = Pattern.compile("\"total\": ?(\\d+)");

    private static final Pattern QUESTIONS = Pattern.compile("(?s)```sh\n(patient=.*?)```");
    private static final Pattern QUESTION = Pattern.compile("`five ([a-zA-Z]+)`");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(readme()).results().map(row -> row.group(1)).toList();
    }

    /** At this server's ports in place of the demo's. */
    private static String run(String typed) throws IOException, InterruptedException {
        int port = STRAND.parts().ports().fhir();
        String here = typed.replaceAll("(\\./strand token [^)]+)\\)", "$1 --port " + port + ")")
                .replace("127.0.0.1:8080", "127.0.0.1:" + port);
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static List<Integer> totals(String said) {
        return TOTAL.matcher(said)
                .results()
                .map(MatchResult::group)
                .map(each -> Integer.parseInt(each.replaceAll("\\D", "")))
                .toList();
    }

    @Test
    void answersTheRequests() throws Exception {
        assertThat(rows()).hasSize(4);
        String sora = run(rows().get(0));
        assertThat(sora).endsWith("200\n");
        assertThat(totals(sora).get(0)).isPositive();
        String mia = run(rows().get(1));
        assertThat(mia).endsWith("200\n");
        assertThat(totals(mia)).containsExactly(0);
        String ana = run(rows().get(2));
        assertThat(ana).endsWith("200\n").contains("Ruiz");
        assertThat(ana.split("\"fullUrl\"", -1)).hasSize(2);
        String curve = run(rows().get(3).replace("-o .strand/hair.html ", ""));
        assertThat(curve).endsWith("200\n").contains("<svg");
        assertThat(curve.split("<circle", -1)).hasSizeGreaterThan(5);
    }

    @Test
    void printsThemWhenTheDemoIsReady() throws IOException {
        assertThat(DemoRequests.of(8080)).extracting(DemoRequests::command).containsExactlyElementsOf(rows());
    }

    @Test
    void showsAPartnerNothingAfterAWithdrawal() throws Exception {
        String typed =
                WITHDRAWAL.matcher(readme()).results().findFirst().orElseThrow().group(1);
        List<Integer> totals = totals(run(typed));

        assertThat(totals).hasSize(2);
        assertThat(totals.get(0)).isPositive();
        assertThat(totals.get(1)).isZero();
    }

    @Test
    void answersTheFiveQuestions() throws Exception {
        String asking = WITHDRAWAL
                .matcher(readme())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .lines()
                .findFirst()
                .orElseThrow();
        String typed = QUESTIONS
                .matcher(readme())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("summary.html", "target/it/summary.html");
        List<String> names = QUESTION.matcher(readme())
                .results()
                .map(question -> question.group(1))
                .toList();

        assertThat(names).containsExactly("protection", "canSee", "didSee", "sharedWith", "kept", "erasable");
        for (String name : names) {
            assertThat(run(asking + "\n" + typed + "five " + name)).contains("\"" + name + "\"", "\"part\"");
        }
        assertThat(Files.readString(Path.of("target", "it", "summary.html"))).contains("Who has access?");
    }
}
