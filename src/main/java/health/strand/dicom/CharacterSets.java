package health.strand.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The character sets in which the names and texts of a data set are written: one to begin with, and those it changes to by
 * escape sequences. What is no character of its set becomes the mark of that.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.12.1.1.2">PS3.3 section
 *     C.12.1.1.2</a>
 */
final class CharacterSets {

    private static final char ESCAPE = 0x1B;

    private static final Map<String, String> DEFINED = Map.ofEntries(
            Map.entry("6", "US-ASCII"),
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"),
            Map.entry("13", "JIS_X0201"),
            Map.entry("166", "TIS-620"),
            Map.entry("192", "UTF-8"),
            // whatever else these begin with, without an escape it is ASCII
            Map.entry("87", "US-ASCII"),
            Map.entry("159", "US-ASCII"),
            Map.entry("149", "EUC-KR"),
            Map.entry("58", "GB2312"));

    /** What follows the escape character, and in what the text goes on. */
    private static final Map<String, String> ESCAPES = Map.ofEntries(
            Map.entry("(B", ""),
            Map.entry("-A", "ISO-8859-1"),
            Map.entry("-B", "ISO-8859-2"),
            Map.entry("-C", "ISO-8859-3"),
            Map.entry("-D", "ISO-8859-4"),
            Map.entry("-L", "ISO-8859-5"),
            Map.entry("-G", "ISO-8859-6"),
            Map.entry("-F", "ISO-8859-7"),
            Map.entry("-H", "ISO-8859-8"),
            Map.entry("-M", "ISO-8859-9"),
            Map.entry("-b", "ISO-8859-15"),
            Map.entry("-T", "TIS-620"),
            Map.entry(")I", "JIS_X0201"),
            Map.entry("(J", "JIS_X0201"),
            Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));

    /** Those whose own escape the decoder must see. */
    private static final List<String> JAPANESE = List.of("$B", "$(D");

    static final CharacterSets DEFAULT = new CharacterSets(StandardCharsets.US_ASCII, false);

    private final Charset first;
    private final boolean changes;

    private CharacterSets(Charset first, boolean changes) {
        this.first = first;
        this.changes = changes;
    }

    /**
     * By the values of the element that names them.
     *
     * @throws UnreadableDicom for a name that is none of the standard's
     */
    static CharacterSets named(List<String> names) throws UnreadableDicom {
        if (names.isEmpty()) {
            return DEFAULT;
        }
        for (String each : names.subList(1, names.size())) {
            charset(each);
        }
        return new CharacterSets(
                charset(names.get(0)), names.size() > 1 || names.get(0).startsWith("ISO 2022"));
    }

    private static Charset charset(String name) throws UnreadableDicom {
        if (name.isEmpty()) {
            return StandardCharsets.US_ASCII;
        }
        if ("GB18030".equals(name) || "GBK".equals(name)) {
            return Charset.forName(name);
        }
        String known = name.startsWith("ISO_IR ") || name.startsWith("ISO 2022 IR ")
                ? DEFINED.get(name.substring(name.lastIndexOf(' ') + 1))
                : null;
        if (known == null) {
            throw new UnreadableDicom("the character set is none of the standard's");
        }
        return Charset.forName(known);
    }

    String decode(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!changes || raw.indexOf(ESCAPE) < 0) {
            return new String(bytes, first);
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < raw.length()) {
            int next = raw.indexOf(ESCAPE, from + 1);
            String piece = raw.substring(from, next < 0 ? raw.length() : next);
            text.append(piece.charAt(0) == ESCAPE ? escaped(piece) : decoded(piece, first));
            from += piece.length();
        }
        return text.toString();
    }

    private String escaped(String piece) {
        String after = piece.substring(1);
        if (JAPANESE.stream().anyMatch(after::startsWith)) {
            return decoded(piece, Charset.forName("ISO-2022-JP-2"));
        }
        return ESCAPES.entrySet().stream()
                .filter(each -> after.startsWith(each.getKey()))
                .map(each -> decoded(
                        after.substring(each.getKey().length()),
                        each.getValue().isEmpty() ? first : Charset.forName(each.getValue())))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.isEmpty() ? decoded(after, first) : found.get(0)));
    }

    private static String decoded(String raw, Charset charset) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset);
    }
}
