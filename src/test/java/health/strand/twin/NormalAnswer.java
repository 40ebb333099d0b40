package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes off an answer what differs between any two: its date and request id, the id and time of a Bundle, the letters of
 * a page token but not their number, the ids and times the server gave during the run, which are numbered, and what a server
 * draws by its own key for a copy that says nothing of anybody.
 */
final class NormalAnswer {

    private static final int PREAMBLE = 128;
    private static final Set<String> OF_THE_REQUEST = Set.of("date", "x-request-id", "connection", "keep-alive");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d+(?:Z|\\+00:00)");
    private static final Pattern LINK = Pattern.compile("(?<=[?&])(_page|_link|_getpages|page|ct|cursor)=[^\"&]*");

    /** In a DICOM file that was made for a project: all before this, where the patient's label and days are, and UIDs. */
    private static final String COPIED = "made anew of the pixels";

    private static final Pattern DRAWN = Pattern.compile("UI..2\\.25\\.[0-9]+\\x00?", Pattern.DOTALL);

    private final Set<String> known;
    private final Instant since;
    private final Map<String, String> made = new LinkedHashMap<>();

    /** @param known the ids there were before the run began */
    NormalAnswer(Set<String> known, Instant since) {
        this.known = known;
        this.since = since;
    }

    String of(Answer answer) {
        boolean bundle = Json.isA("Bundle", answer.body());
        String body = answer.body();
        if (bundle) {
            ObjectNode json = (ObjectNode) Json.read(body);
            json.remove("id");
            if (json.path("meta") instanceof ObjectNode meta) {
                meta.remove("lastUpdated");
            }
            body = json.toString();
        } else if (Json.isA("CapabilityStatement", body)) {
            ObjectNode json = (ObjectNode) Json.read(body);
            json.remove(List.of("id", "date"));
            body = json.toString();
        } else if (isCopied(body)) {
            body = DRAWN.matcher(body.substring(body.indexOf(COPIED))).replaceAll("UI");
        }
        return numbered(answer.status() + "\n" + headers(answer, bundle) + body);
    }

    /** What the n-th id the server made is in this run. */
    String unfold(String text) {
        String unfolded = text;
        for (Map.Entry<String, String> each : made.entrySet()) {
            unfolded = unfolded.replace(each.getValue(), each.getKey());
        }
        return unfolded;
    }

    private String headers(Answer answer, boolean bundle) {
        StringBuilder text = new StringBuilder();
        answer.headers().forEach((name, values) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            boolean ofThis = OF_THE_REQUEST.contains(lower)
                    || (bundle && (lower.equals("last-modified") || lower.equals("content-location")))
                    || (lower.equals("content-location") && values.toString().contains("CapabilityStatement"))
                    || (lower.equals("last-modified") && isNow(values.get(0)))
                    || (lower.equals("content-length") && isCopied(answer.body()));
            if (!ofThis) {
                text.append(lower).append('=').append(values).append('\n');
            }
        });
        return text.toString();
    }

    private static boolean isCopied(String body) {
        return body.startsWith("DICM", PREAMBLE) && body.contains(COPIED);
    }

    private boolean isNow(String httpDate) {
        try {
            return !Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate))
                    .isBefore(since.minusSeconds(1));
        } catch (DateTimeParseException odd) {
            return false;
        }
    }

    private String numbered(String text) {
        String paged = LINK.matcher(text)
                .replaceAll(link -> link.group(1) + "=…" + link.group().length());
        String ids = UUID.matcher(paged).replaceAll(this::number);
        String timed = TIME.matcher(ids).replaceAll(this::time);
        return timed.replaceAll("\"source\":\"#\\w+\"", "\"source\":\"#\"");
    }

    private String number(MatchResult id) {
        return known.contains(id.group())
                ? id.group()
                : made.computeIfAbsent(id.group(), any -> "{made-" + made.size() + "}");
    }

    private String time(MatchResult time) {
        return Instant.parse(time.group().replace("+00:00", "Z")).isBefore(since) ? time.group() : "{now}";
    }

    /** Where the next page is; empty when there is none. */
    static String next(Answer answer) {
        if (!Json.isA("Bundle", answer.body())) {
            return "";
        }
        for (JsonNode link : Json.read(answer.body()).path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return link.path("url").asText();
            }
        }
        return "";
    }
}
