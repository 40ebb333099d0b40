package health.strand.server;

import health.strand.access.Requester;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailUnavailable;
import health.strand.enforcement.CurrentRequester;
import health.strand.smart.SmartToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/**
 * Records that somebody who is known was turned away before it was read what they ask for. It is about no patient: nothing
 * was looked for.
 */
final class EarlyRefusals {

    private final AuditTrail trail;

    EarlyRefusals(AuditTrail trail) {
        this.trail = trail;
    }

    /** A token that was good until access ended. */
    void ofEndedAccess(HttpServletRequest request, SmartToken token) {
        keep(request, person(token), token.clientId(), Outcome.REFUSED, "access-ended");
    }

    /** A link to a picture that somebody else has made. */
    void ofLinkOfAnother(HttpServletRequest request, SmartToken token) {
        keep(request, person(token), token.clientId(), Outcome.FAILED, "link-of-another");
    }

    private static String person(SmartToken token) {
        return token.fhirUserId() == null ? "" : token.fhirUserType() + "/" + token.fhirUserId();
    }

    /** A request that is wrong, or comes too late. */
    void of(HttpServletRequest request, Requester requester, String reason) {
        keep(request, requester.person(), requester.clientId(), Outcome.FAILED, reason);
    }

    /** Answers with an error, once that is recorded where it is known who asks. */
    void answer(HttpServletRequest request, HttpServletResponse response, int status, String code, String text)
            throws IOException {
        try {
            CurrentRequester.of(request).ifPresent(requester -> of(request, requester, code));
        } catch (DataAccessException | TrailUnavailable e) {
            OutcomeWriter.unavailable(response);
            return;
        }
        OutcomeWriter.write(response, status, code, text);
    }

    private void keep(HttpServletRequest request, String person, String client, Outcome outcome, String reason) {
        Actor actor = new Actor(
                person,
                client,
                List.of(),
                List.of(),
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                "",
                Set.of());
        Deed deed = new Deed(interaction(request), null, outcome, reason, null, null);
        trail.add(List.of(trail.entry(null, actor, deed)));
    }

    /** As far as it shows from outside. */
    private static Interaction interaction(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean one = path.indexOf('/', 1) > 0;
        if (path.contains("$")) {
            return Interaction.OPERATION;
        }
        if (path.endsWith("/_search")) {
            return Interaction.SEARCH;
        }
        return switch (request.getMethod()) {
            case "PUT" -> Interaction.UPDATE;
            case "PATCH" -> Interaction.PATCH;
            case "DELETE" -> Interaction.DELETE;
            case "POST" -> path.length() > 1 ? Interaction.CREATE : Interaction.BATCH;
            default -> one ? Interaction.READ : Interaction.SEARCH;
        };
    }
}
