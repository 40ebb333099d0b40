package health.strand.server;

import health.strand.audit.TrailUnavailable;
import health.strand.smart.SecurityEvent;
import health.strand.smart.SecurityEvents;
import health.strand.smart.SetEvent;
import health.strand.smart.SignInEvent;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * Takes in what the authorization server says has ended, and who has signed in. Its signature is all that counts: whoever sends it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8935">RFC 8935, push-based delivery of security event tokens</a>
 */
final class SecurityEventServlet extends HttpServlet {

    static final String PATH = "/security-events";

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 16 * 1024;

    private final transient SecurityEvents events;
    private final transient EndedAccess ended;
    private final transient SignInRecord signIns;

    SecurityEventServlet(SecurityEvents events, EndedAccess ended, SignInRecord signIns) {
        this.signIns = signIns;
        this.events = events;
        this.ended = ended;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            Optional<SetEvent> event = body.length > MOST_BYTES
                    ? Optional.empty()
                    : events.read(new String(body, StandardCharsets.US_ASCII).strip());
            if (event.isEmpty()) {
                refuse(response);
                return;
            }
            take(event.get());
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (SecurityEvents.KeysUnavailable | DataAccessException | TrailUnavailable e) {
            response.setHeader("Retry-After", "5");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void take(SetEvent event) {
        if (event instanceof SecurityEvent end) {
            ended.end(end);
        } else if (event instanceof SignInEvent signIn) {
            signIns.keep(signIn);
        }
    }

    /** One text for whatever was wrong, as with access tokens. */
    private static void refuse(HttpServletResponse response) throws IOException {
        byte[] text = "{\"err\":\"invalid_request\",\"description\":\"this is no event of the authorization server\"}"
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
