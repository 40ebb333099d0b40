package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.Reach;
import java.util.Optional;

/**
 * Keeps the reach that was decided for a request with the request itself, so that whatever thread works for it later
 * reaches no further. A request nobody decided about has none.
 */
public final class DecidedReach {

    private static final String KEY = DecidedReach.class.getName();

    private DecidedReach() {}

    static void put(RequestDetails request, Reach reach) {
        request.getUserData().put(KEY, reach);
    }

    /** The reach decided for the request, or for the one it is a part of. */
    public static Optional<Reach> of(RequestDetails request) {
        return request.getUserData().get(KEY) instanceof Reach reach ? Optional.of(reach) : Optional.empty();
    }
}
