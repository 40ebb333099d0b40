package health.strand.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.smart.SmartConfiguration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers {@code .well-known/smart-configuration}, open to every origin.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART conformance</a>
 */
final class SmartConfigurationServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient byte[] document;

    SmartConfigurationServlet(SmartConfiguration configuration, ObjectMapper json) {
        try {
            document = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(configuration.document());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
