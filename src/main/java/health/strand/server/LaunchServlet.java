package health.strand.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.ClientRole;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Requester;
import health.strand.enforcement.CurrentRequester;
import health.strand.smart.LaunchRequest;
import health.strand.visibility.VisibleReferences;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Answers {@code POST /launch}: gives the clinic's EHR or portal a handle with which an app can be launched for what its
 * user has open. Only what the user may see can be launched for; anything else is as if it were not there.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#launch-app-ehr-launch">EHR launch</a>
 */
final class LaunchServlet extends HttpServlet {

    static final String PATH = "/launch";

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 16 * 1024;

    private final transient LaunchHandles handles;
    private final transient AccessPolicy policy;
    private final transient VisibleReferences visible;
    private final transient ObjectMapper json;

    LaunchServlet(LaunchHandles handles, AccessPolicy policy, VisibleReferences visible, ObjectMapper json) {
        this.handles = handles;
        this.policy = policy;
        this.visible = visible;
        this.json = json;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Requester> requester = CurrentRequester.of(request);
        if (requester.isEmpty() || !mayLaunch(requester.get())) {
            refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "access_denied",
                    "apps are launched by one of the clinic's own apps, for the person who uses it");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", "the body is too long");
            return;
        }
        try {
            answer(response, LaunchRequest.parse(json.readTree(body), json), requester.get());
        } catch (JsonProcessingException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", "the body is not JSON");
        } catch (LaunchRequest.Unusable e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", String.valueOf(e.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            response.setHeader("Retry-After", "5");
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "temporarily_unavailable",
                    "the record cannot be reached at the moment; try again shortly");
        }
    }

    private static boolean mayLaunch(Requester requester) {
        return requester.clientRole() == ClientRole.OWN && !requester.person().isEmpty();
    }

    private void answer(HttpServletResponse response, LaunchRequest asked, Requester requester) throws IOException {
        if (!isThere(asked, requester)) {
            refuse(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "not_found",
                    "what the app is to be launched for is not there");
            return;
        }
        write(response, HttpServletResponse.SC_OK, handles.handle(asked, requester.subject()));
    }

    private boolean isThere(LaunchRequest asked, Requester requester) {
        List<String> references = asked.references();
        if (references.isEmpty()) {
            return true;
        }
        List<Demand> demands = references.stream()
                .map(each -> each.substring(0, each.indexOf('/')))
                .distinct()
                .map(type -> new Demand(type, Permission.READ))
                .toList();
        AccessDecision decision = policy.decide(requester, demands);
        return visible.among(references, decision.reach()).containsAll(references)
                && (asked.encounter() == null
                        || asked.patient() != null
                                && visible.isAbout(
                                        "Encounter/" + asked.encounter(),
                                        "Patient/" + asked.patient(),
                                        decision.reach()));
    }

    private void refuse(HttpServletResponse response, int status, String error, String description) throws IOException {
        write(response, status, Map.of("error", error, "error_description", description));
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
