package health.strand.server;

import health.strand.access.AccessPolicy;
import health.strand.access.Requester;
import health.strand.enforcement.CurrentRequester;
import health.strand.visibility.VisibleReferences;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Answers {@code GET /access}: whether there is any access left behind a token, 204 or 403. The authorization server asks
 * before it renews one, so that who has left the clinic, a mandate that has ended and an app to which its patient permits
 * nothing any more get no further tokens. It tells a requester nothing that a search of theirs would not.
 */
final class AccessServlet extends HttpServlet {

    static final String PATH = "/access";

    private static final long serialVersionUID = 1L;

    private final transient AccessPolicy policy;
    private final transient VisibleReferences visible;

    AccessServlet(AccessPolicy policy, VisibleReferences visible) {
        this.policy = policy;
        this.visible = visible;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            boolean left = CurrentRequester.of(request).filter(this::isLeft).isPresent();
            response.setStatus(left ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
        } catch (DataAccessException | TransactionException e) {
            response.setHeader("Retry-After", "5");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private boolean isLeft(Requester requester) {
        return switch (requester.kind()) {
            // whoever works here may treat nobody today and somebody tomorrow
            case STAFF ->
                requester.actingRoles().stream().anyMatch(role -> !role.livesOnConsents())
                        || !requester.actingRoles().isEmpty() && isGrantedAnything(requester);
            case PATIENT, REPRESENTATIVE -> isGrantedAnything(requester);
            case SYSTEM -> true;
            case UNKNOWN -> false;
        };
    }

    private boolean isGrantedAnything(Requester requester) {
        return visible.areAnyGranted(policy.farthest(requester));
    }
}
