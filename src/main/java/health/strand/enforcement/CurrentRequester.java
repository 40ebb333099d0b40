package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.Requester;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the requester with the HTTP request, so that every part of a batch finds the same one on any thread. */
public final class CurrentRequester {

    private static final String KEY = CurrentRequester.class.getName();

    private CurrentRequester() {}

    /** Notes who asks; called once, when the token has been verified. */
    public static void put(ServletRequest request, Requester requester) {
        request.setAttribute(KEY, requester);
    }

    /** Who asks; empty for a request without a token. */
    public static Optional<Requester> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Requester requester ? Optional.of(requester) : Optional.empty();
    }

    /** Who asks; empty for the server's own requests. */
    public static Optional<Requester> of(@Nullable RequestDetails request) {
        return request instanceof ServletRequestDetails asked ? of(asked.getServletRequest()) : Optional.empty();
    }
}
