package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reach that was decided for a request with the request itself, so that whatever thread works for it later
 * reaches no further. A request nobody decided about has none.
 */
public final class DecidedReach {

    private static final String KEY = DecidedReach.class.getName();
    private static final String CONDITIONS = KEY + ".conditions";

    private static final ThreadLocal<@Nullable Reach> OF_THIS_THREAD = new ThreadLocal<>();

    private DecidedReach() {}

    static void put(RequestDetails request, Reach reach) {
        request.getUserData().put(KEY, reach);
        OF_THIS_THREAD.set(reach);
    }

    /**
     * The reach of the request that this thread answers, for those parts of HAPI that begin a transaction without
     * saying for which request. Other threads have none, and what has none sees nothing.
     */
    public static Optional<Reach> ofThisThread() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    /** Ends what {@link #ofThisThread} says; called when the answer is out, whatever became of it. */
    public static void forgetOnThisThread() {
        OF_THIS_THREAD.remove();
    }

    static void putConditions(RequestDetails request, Collection<String> conditions) {
        request.getUserData().put(CONDITIONS, List.copyOf(new TreeSet<>(conditions)));
    }

    /** The queries on which creates of the request depend, sorted; two requests with the same one must take turns. */
    @SuppressWarnings("unchecked")
    public static List<String> conditionsOf(RequestDetails request) {
        return request.getUserData().get(CONDITIONS) instanceof List<?> list ? (List<String>) list : List.of();
    }

    /** The reach decided for the request, or for the one it is a part of. */
    public static Optional<Reach> of(RequestDetails request) {
        return request.getUserData().get(KEY) instanceof Reach reach ? Optional.of(reach) : Optional.empty();
    }
}
