package health.strand.accounting;

import health.strand.audit.TrailEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The accounting as comma-separated values (RFC 4180), in codes. */
public final class DisclosureTable {

    private static final List<String> HEADS =
            List.of("time", "recipient", "kind", "person", "purposes", "classes", "data", "consents", "event");

    private DisclosureTable() {}

    /** One line for each disclosure, after one that says what they are. */
    public static String of(List<TrailEntry> disclosures) {
        StringBuilder table = new StringBuilder();
        line(table, HEADS);
        disclosures.forEach(each -> line(table, cells(each)));
        return table.toString();
    }

    private static List<String> cells(TrailEntry entry) {
        return List.of(
                entry.recorded().toString(),
                entry.actor().client(),
                Objects.requireNonNullElse(entry.deed().reason(), ""),
                entry.actor().person(),
                String.join(" ", entry.actor().purposes()),
                String.join(" ", entry.deed().classes()),
                Objects.requireNonNullElse(entry.deed().data(), ""),
                String.join(" ", entry.consents()),
                entry.id().toString());
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(cells.stream().map(DisclosureTable::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A spreadsheet takes what begins like this for a formula, and an app may call itself anything. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
