package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The relative URL of a batch or transaction entry, in parts. */
record EntryUrl(String type, @Nullable String id, @Nullable String operation, Map<String, String[]> query) {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");

    static EntryUrl parse(String url) {
        int start = url.indexOf('?');
        String path = start < 0 ? url : url.substring(0, start);
        Map<String, String[]> query = start < 0 ? Map.of() : QueryText.parse(url.substring(start));
        String[] parts = (path.startsWith("/") ? path.substring(1) : path).split("/");
        String type = requireType(parts[0]);
        if (parts.length == 1) {
            return new EntryUrl(type, null, null, query);
        }
        if (isOperation(parts[1])) {
            return new EntryUrl(type, null, parts[1], query);
        }
        return new EntryUrl(type, parts[1], parts.length > 2 ? parts[2] : null, query);
    }

    private static boolean isOperation(String part) {
        return part.startsWith("$") || part.startsWith("_");
    }

    static String requireType(String written) {
        if (!TYPE.matcher(written).matches()) {
            throw new InvalidRequestException("a URL must begin with a resource type");
        }
        return written;
    }
}
