package health.strand.dicomweb;

import health.strand.imaging.MediaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types that a client takes.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_8.7.5">PS3.18 section 8.7.5</a>
 */
final class Accepted {

    private static final String RELATED = "multipart/related";
    private static final Pattern RANGE = Pattern.compile("(?:\"[^\"]*\"|[^,\"])+");
    private static final Pattern INNER = Pattern.compile("(?i);\\s*type\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern NEVER = Pattern.compile("(?i);\\s*q\\s*=\\s*0(\\.0{0,3})?\\s*(;.*)?$");

    private record Range(String type, String inner) {}

    private final List<Range> ranges = new ArrayList<>();

    /** @param header as it was sent; an empty text where it was not, which takes anything */
    Accepted(String header) {
        Matcher each = RANGE.matcher(header.isBlank() ? "*/*" : header);
        while (each.find()) {
            String range = each.group().strip();
            if (!range.isEmpty() && !NEVER.matcher(range).find()) {
                Matcher inner = INNER.matcher(range);
                ranges.add(new Range(
                        MediaTypes.bare(range),
                        inner.find() ? (inner.group(1) == null ? inner.group(2) : inner.group(1)) : "*/*"));
            }
        }
    }

    /** Whether one such body would do. */
    boolean takes(String type) {
        return ranges.stream().anyMatch(each -> covers(each.type(), type));
    }

    /** Whether several such parts in one body would do. */
    boolean takesParts(String type) {
        return ranges.stream().anyMatch(each -> covers(each.type(), RELATED) && covers(each.inner(), type));
    }

    private static boolean covers(String range, String type) {
        return "*/*".equals(range)
                || range.equalsIgnoreCase(type)
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }
}
