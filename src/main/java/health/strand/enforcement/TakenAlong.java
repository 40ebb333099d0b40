package health.strand.enforcement;

import health.strand.access.Reach;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taken along instead of looked at: no emergency opens it, asked for by itself or in a Bundle. */
final class TakenAlong {

    private static final Set<String> OPERATIONS = Set.of("$everything", "$de-identified");

    private TakenAlong() {}

    /** How far one reaches who was decided to reach so far, and asks for that operation; null for any other request. */
    static Reach within(Reach decided, @Nullable String operation) {
        return operation != null && OPERATIONS.contains(operation) ? decided.withoutEmergencies() : decided;
    }
}
