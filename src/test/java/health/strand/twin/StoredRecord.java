package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A resource as it lies in the database, with all its versions.
 *
 * @param row its row id
 * @param reference such as {@code Media/x}
 * @param versions the first first; those of a deletion are not among them
 */
record StoredRecord(long row, String reference, boolean deleted, Instant created, List<Version> versions) {

    /**
     * One version.
     *
     * @param labels as {@code system|code}
     */
    record Version(long number, JsonNode body, Set<String> labels, Instant updated) {}

    String type() {
        return reference.substring(0, reference.indexOf('/'));
    }

    String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    JsonNode body() {
        return versions.get(versions.size() - 1).body();
    }
}
