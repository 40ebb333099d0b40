package health.strand.visibility;

import health.strand.access.ClientRole;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * How one reader is decided about in one app or another.
 *
 * @param usual the verdict in an app that nobody names
 * @param byClient the verdict in each app that has been seen
 */
record ClientVerdicts(boolean usual, SortedMap<String, Boolean> byClient) {

    /**
     * @param seen every app that has been seen
     * @param distinguished those that may be decided about otherwise, with their roles
     * @param permits asked with an app, empty for one nobody names, and its role
     */
    static ClientVerdicts of(
            ClientRole usualRole,
            Collection<String> seen,
            Map<String, ClientRole> distinguished,
            BiPredicate<String, ClientRole> permits) {
        boolean usual = permits.test("", usualRole);
        SortedMap<String, Boolean> byClient = new TreeMap<>();
        for (String client : seen) {
            ClientRole role = distinguished.get(client);
            byClient.put(client, role == null ? usual : permits.test(client, role));
        }
        return new ClientVerdicts(usual, byClient);
    }

    boolean permitsAny() {
        return usual || byClient.containsValue(true);
    }

    boolean permitsAll() {
        return usual && !byClient.containsValue(false);
    }
}
