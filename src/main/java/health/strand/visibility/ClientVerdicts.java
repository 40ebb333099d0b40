package health.strand.visibility;

import health.strand.access.ClientRole;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How one reader is decided about in one app or another.
 *
 * @param inAny the decision in an app that nobody names
 * @param byClient the decision in each app that has been seen
 */
record ClientVerdicts(Decision inAny, SortedMap<String, Decision> byClient) {

    /**
     * @param seen every app that has been seen
     * @param distinguished those that may be decided about otherwise, with their roles
     * @param decide asked with an app, empty for one nobody names, and its role
     */
    static ClientVerdicts of(
            ClientRole usualRole,
            Collection<String> seen,
            Map<String, ClientRole> distinguished,
            BiFunction<String, ClientRole, Decision> decide) {
        Decision usual = decide.apply("", usualRole);
        SortedMap<String, Decision> byClient = new TreeMap<>();
        for (String client : seen) {
            ClientRole role = distinguished.get(client);
            byClient.put(client, role == null ? usual : decide.apply(client, role));
        }
        return new ClientVerdicts(usual, byClient);
    }

    boolean usual() {
        return inAny.permits();
    }

    boolean permitsAny() {
        return usual() || byClient.values().stream().anyMatch(Decision::permits);
    }

    boolean permitsAll() {
        return usual() && byClient.values().stream().allMatch(Decision::permits);
    }

    /** Whether it is the same decision in every app, and by the same consents. */
    boolean isOne() {
        return byClient.values().stream().allMatch(inAny::equals);
    }
}
