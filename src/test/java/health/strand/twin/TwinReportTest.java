package health.strand.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinReportTest {

    private static final Ask READ = Ask.get("Patient/x").in("L01");
    private static final Ask SEARCH = Ask.get("Patient?name=zqabcdefghi").in("L06");

    private final Report report = new Report(1);

    @Test
    void hasAPlaceForEveryRowOfTheRegister() {
        assertThat(LeakRegister.ROWS.stream().map(LeakRegister.Row::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 60)
                        .mapToObj("L%02d"::formatted)
                        .toList());
    }

    @Test
    void showsBothAnswersWhereTheyPart(@TempDir Path folder) throws IOException {
        report.compare(
                "sora", List.of(READ, SEARCH), answers("200\nsame", "404\nsame"), answers("404\nsame", "404\nsame"));

        String text = ReportFiles.write(report, "a server", folder);

        assertThat(report.verdict(row("L01"))).isEqualTo("failed");
        assertThat(report.verdict(row("L06"))).isEqualTo("passed");
        assertThat(report.verdict(row("L25"))).isEqualTo("not tested: not offered");
        assertThat(report.verdict(row("L41"))).startsWith("not clear");
        assertThat(text).contains("L01 sora: GET Patient/x", "200", "404");
        assertThat(Json.read(Files.readString(folder.resolve("report.json")))
                        .at("/findings/0/row")
                        .asText())
                .isEqualTo("L01");
    }

    @Test
    void findsAWordTheRequesterHasNotSaid() {
        Set<String> words = Set.of("zqabcdefghi");
        report.look("sora", List.of(SEARCH), answers("echo zqabcdefghi"), words);
        assertThat(report.findings()).isEmpty();

        report.look("sora", List.of(READ), answers("shows zqabcdefghi"), words);
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void findsAFailureThatIsTheSameInBothWorlds() {
        List<List<String>> failing = List.of(List.of("200\nfirst page", "500\noops"), List.of("404\nnothing"));
        report.compare("sora", List.of(SEARCH, READ), failing, failing);
        assertThat(report.findings()).isEmpty();

        report.lookForFailures("sora", List.of(SEARCH, READ), failing, failing);

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).toString())
                .contains("L06 sora: GET Patient?name=zqabcdefghi", "500", "oops");
        assertThat(report.verdict(row("L06"))).isEqualTo("failed");
    }

    @Test
    void refusesOptionsThatCannotBeMeant() {
        assertThatThrownBy(() -> TwinOptions.parse(new String[] {"--base", "http://127.0.0.1/fhir"}))
                .hasMessageContaining("--token-for admin=TOKEN");
        assertThatThrownBy(() -> TwinOptions.parse(new String[] {"--seed", "x"}))
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> TwinOptions.parse(new String[] {"--sed", "1"})).hasMessageContaining("--sed");
    }

    private static LeakRegister.Row row(String number) {
        return LeakRegister.ROWS.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> answers(String... texts) {
        return java.util.Arrays.stream(texts).map(List::of).toList();
    }
}
