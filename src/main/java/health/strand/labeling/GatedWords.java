package health.strand.labeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Words that tell of a text what it is about, so that what is only said in passing is labelled like a coded result. */
public final class GatedWords {

    private static final String HEADER = "label,match,case,text";
    private static final int COLUMNS = 4;
    private static final Set<String> LABELS = Set.of("GDIS", "SEX", "PSY", "HIV", "STD", "ETHUD", "SUD", "SDV");
    private static final String NOTHING_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NOTHING_AFTER = "(?![\\p{L}\\p{N}])";

    private record Entry(String label, String core, Pattern pattern) {}

    private final List<Entry> entries;
    /** Whether any of them matches: nearly no text is held against each. */
    private final Pattern any;

    private GatedWords(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.any = Pattern.compile(entries.stream()
                        .map(Entry::core)
                        .distinct()
                        .collect(Collectors.joining("|", NOTHING_BEFORE + "(?:", ")"))
                + NOTHING_AFTER);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the line and what is wrong in it
     */
    public static GatedWords parse(String csv) {
        List<Entry> entries = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String each : csv.split("\n", -1)) {
            number++;
            String line = each.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!headed && !line.equals(HEADER)) {
                throw refused(number, "the header is not `" + HEADER + "`");
            }
            if (headed) {
                entries.add(entry(number, line.split(",", COLUMNS)));
            }
            headed = true;
        }
        if (entries.isEmpty()) {
            throw refused(number, "the table is empty");
        }
        return new GatedWords(entries);
    }

    /** The words this server comes with. */
    public static GatedWords shipped() {
        try (InputStream table = GatedWords.class.getResourceAsStream("gated-words.csv")) {
            return parse(new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the gated words cannot be read", e);
        }
    }

    /** The codes of v3-ActCode that a text takes. */
    Set<String> labels(String text) {
        Set<String> labels = new TreeSet<>();
        if (!any.matcher(text).find()) {
            return labels;
        }
        for (Entry entry : entries) {
            if (!labels.contains(entry.label) && entry.pattern.matcher(text).find()) {
                labels.add(entry.label);
            }
        }
        return labels;
    }

    private static Entry entry(int number, String[] cells) {
        if (cells.length != COLUMNS || cells[COLUMNS - 1].isBlank()) {
            throw refused(number, "not " + COLUMNS + " columns");
        }
        if (!LABELS.contains(cells[0])) {
            throw refused(number, "the label `" + cells[0] + "` is not known");
        }
        String core = core(number, cells[1], caseOf(number, cells[2]), cells[3]);
        String whole = "alone".equals(cells[1]) ? "^\\s*" + core + "\\s*$" : NOTHING_BEFORE + core + NOTHING_AFTER;
        return new Entry(cells[0], core, compile(number, whole));
    }

    private static String core(int number, String match, String letters, String text) {
        return switch (match) {
            case "word", "alone" -> letters + Pattern.quote(text).replace(" ", "\\E[\\s-]+\\Q") + ")";
            case "pattern" -> letters + text.replace(" ", "[\\s-]+") + ")";
            default -> throw refused(number, "the match `" + match + "` is not known");
        };
    }

    private static String caseOf(int number, String letters) {
        return switch (letters) {
            case "exact" -> "(?:";
            case "any" -> "(?iu:";
            default -> throw refused(number, "the case `" + letters + "` is not known");
        };
    }

    private static Pattern compile(int number, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw refused(number, "the pattern cannot be read");
        }
    }

    private static IllegalArgumentException refused(int number, String problem) {
        return new IllegalArgumentException("gated words, line " + number + ": " + problem);
    }
}
