package health.strand.server;

import health.strand.dicomweb.DicomWeb;
import health.strand.dicomweb.Refused;
import health.strand.dicomweb.Reply;
import health.strand.server.RecordAsked.Endpoint;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;

/**
 * The DICOMweb endpoint, beside FHIR's and over the same record.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html">PS3.18 Web Services</a>
 */
final class DicomWebServlet extends HttpServlet {

    static final String PATH = "/dicomweb";

    private static final Set<String> OFFERED = Set.of("GET", "HEAD", "POST");

    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;
    private final transient EarlyRefusals refusals;
    private final String address;
    private final String fhirBase;

    /**
     * @param address of this endpoint, as clients see it
     * @param fhirBase of the FHIR endpoint
     */
    DicomWebServlet(Endpoint endpoint, EarlyRefusals refusals, String address, String fhirBase) {
        this.endpoint = endpoint;
        this.refusals = refusals;
        this.address = address;
        this.fhirBase = fhirBase;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (OFFERED.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            notOffered(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, web -> web.get(path(request), request.getParameterMap(), header(request, "Accept")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                request,
                response,
                web -> web.post(
                        path(request),
                        header(request, "Content-Type"),
                        request.getInputStream(),
                        header(request, "Accept")));
    }

    private static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static String header(HttpServletRequest request, String name) {
        // one that stands several times says all of it
        return String.join(", ", Collections.list(request.getHeaders(name)));
    }

    private interface Asked {
        Reply of(DicomWeb web) throws IOException, Refused;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Asked asked) throws IOException {
        String id = UUID.randomUUID().toString();
        response.setHeader("X-Request-ID", id);
        RecordAsked record = new RecordAsked(endpoint, request, response, id);
        Reply reply;
        try {
            reply = asked.of(new DicomWeb(record, address, fhirBase));
        } catch (Refused e) {
            refuse(request, response, record, e);
            return;
        } catch (DataAccessException e) {
            OutcomeWriter.unavailable(response);
            return;
        }
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        if (!reply.warning().isEmpty()) {
            response.setHeader("Warning", reply.warning());
        }
        reply.body().writeTo(response.getOutputStream());
    }

    /** What never came to the record is recorded here. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, RecordAsked record, Refused refused)
            throws IOException {
        String text = String.valueOf(refused.getMessage());
        if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            OutcomeWriter.unavailable(response);
        } else if (record.wasAsked()) {
            OutcomeWriter.write(response, refused.status(), refused.code(), text);
        } else {
            refusals.answer(request, response, refused.status(), refused.code(), text);
        }
    }

    private void notOffered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET, HEAD, POST");
        refusals.answer(
                request,
                response,
                HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                "not-supported",
                "the method is not offered here");
    }
}
