package health.strand.twin;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request of the grammar.
 *
 * @param row of the leak register
 * @param path below the FHIR address, or below the server where it begins with a slash
 */
record Ask(
        String row,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String FHIR = "application/fhir+json";

    static Ask get(String path) {
        return new Ask("", "GET", path, Map.of(), null);
    }

    static Ask post(String path, String body) {
        return new Ask("", "POST", path, Map.of("Content-Type", FHIR), body);
    }

    static Ask put(String path, String body) {
        return new Ask("", "PUT", path, Map.of("Content-Type", FHIR), body);
    }

    static Ask patch(String path, String body) {
        return new Ask("", "PATCH", path, Map.of("Content-Type", "application/json-patch+json"), body);
    }

    static Ask delete(String path) {
        return new Ask("", "DELETE", path, Map.of(), null);
    }

    /** A search whose parameters are in the body. */
    static Ask form(String type, String query) {
        return new Ask(
                "", "POST", type + "/_search", Map.of("Content-Type", "application/x-www-form-urlencoded"), query);
    }

    Ask in(String registerRow) {
        return new Ask(registerRow, method, path, headers, body);
    }

    Ask with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Ask(row, method, path, more, body);
    }

    /** All that the asker has said, to be taken off what the answer says. */
    String said() {
        return path + " " + headers + " " + body;
    }

    @Override
    public String toString() {
        String shown = method + " " + path;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            shown += "Content-Type".equals(header.getKey()) ? "" : " " + header.getKey() + ": " + header.getValue();
        }
        return body == null ? shown : shown + " " + body;
    }
}
