package health.strand.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers {@code .well-known/smart-style}: the colours of the clinic's own pages, for apps that want to look like them.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#styling">Styling</a>
 */
final class SmartStyleServlet extends HttpServlet {

    static final String PATH = FhirConfiguration.PATH + "/.well-known/smart-style";

    private static final long serialVersionUID = 1L;

    private static final byte[] STYLE = """
            {
              "color_background": "#ffffff",
              "color_error": "#b3261e",
              "color_highlight": "#0f6b5c",
              "color_modal_backdrop": "#1b2624",
              "color_success": "#2e7d32",
              "color_text": "#1b2624",
              "dim_border_radius": "6px",
              "dim_font_size": "15px",
              "dim_spacing_size": "18px",
              "font_family_body": "'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
              "font_family_heading": "'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
            }
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(STYLE.length);
        response.getOutputStream().write(STYLE);
    }
}
