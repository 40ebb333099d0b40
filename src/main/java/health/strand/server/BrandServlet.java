package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.google.common.hash.Hashing;
import health.strand.smart.Brand;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Answers {@code .well-known/smart-brands}, open to every origin: the clinic as apps show it to those who look for their
 * record.
 */
final class BrandServlet extends HttpServlet {

    static final String PATH = FhirConfiguration.PATH + Brand.PATH;

    private static final long serialVersionUID = 1L;

    private final transient byte[] document;
    private final transient EntityTag tag;

    /** @param since when the server began to say so */
    BrandServlet(Brand brand, FhirContext fhir, Instant since) {
        IParser json = fhir.newJsonParser().setPrettyPrint(true);
        Bundle bundle = brand.bundle(since);
        document = json.encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        // weak, because a server that is started again says the same since another time
        bundle.setTimestamp(null);
        tag = new EntityTag(
                Hashing.sha256()
                        .hashString(json.encodeResourceToString(bundle), StandardCharsets.UTF_8)
                        .toString(),
                true);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("ETag", tag.text());
        response.setHeader("Cache-Control", "public, max-age=3600");
        if (tag.isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
