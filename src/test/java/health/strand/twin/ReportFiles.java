package health.strand.twin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report as text, Markdown and JSON. */
final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code report.md} and {@code report.json} and returns the text for the terminal. */
    static String write(Report report, String server, Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder();
        StringBuilder markdown = new StringBuilder("# Twin worlds: " + server + "\n\nSeed " + report.seed() + ", "
                + report.findings().size()
                + " answers that tell of the hidden, or that are failures.\n\n| row | path | asked | verdict |\n"
                + "|---|---|---|---|\n");
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode().put("server", server).put("seed", report.seed());
        ArrayNode rows = json.putArray("rows");
        for (LeakRegister.Row row : LeakRegister.ROWS) {
            int asked = report.asked().getOrDefault(row.number(), 0);
            String verdict = report.verdict(row);
            text.append("%-4s %-55s %6s  %s%n".formatted(row.number(), row.path(), asked == 0 ? "" : asked, verdict));
            markdown.append("| " + row.number() + " | " + row.path().replace("|", "\\|") + " | " + asked + " | "
                    + verdict + " |\n");
            rows.addObject()
                    .put("row", row.number())
                    .put("path", row.path())
                    .put("asked", asked)
                    .put("verdict", verdict);
        }
        text.append("answers: " + report.answered() + "\n");
        markdown.append("\nAnswers: " + report.answered() + "\n");
        report.notes().forEach(note -> text.append(note).append('\n'));
        report.notes().forEach(note -> markdown.append("\n").append(note).append('\n'));
        ArrayNode findings = json.putArray("findings");
        for (Finding each : report.findings()) {
            text.append('\n').append(each).append('\n');
            markdown.append("\n```\n").append(each).append("\n```\n");
            findings.addObject()
                    .put("row", each.ask().row())
                    .put("requester", each.requester())
                    .put("request", each.ask().toString())
                    .put("withTheHidden", each.world())
                    .put("withoutTheHidden", each.without());
        }
        Files.writeString(folder.resolve("report.md"), markdown);
        Files.writeString(
                folder.resolve("report.json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json));
        return text.toString();
    }
}
