package health.strand.server;

import health.strand.dicomweb.DicomWeb;
import health.strand.dicomweb.Refused;
import health.strand.dicomweb.Reply;
import health.strand.server.RecordAsked.Endpoint;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/**
 * The DICOMweb endpoint, beside FHIR's and over the same record.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html">PS3.18 Web Services</a>
 */
final class DicomWebServlet extends HttpServlet {

    static final String PATH = "/dicomweb";

    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;
    private final String address;
    private final String fhirBase;

    /**
     * @param address of this endpoint, as clients see it
     * @param fhirBase of the FHIR endpoint
     */
    DicomWebServlet(Endpoint endpoint, String address, String fhirBase) {
        this.endpoint = endpoint;
        this.address = address;
        this.fhirBase = fhirBase;
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
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private interface Asked {
        Reply of(DicomWeb web) throws IOException, Refused;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Asked asked) throws IOException {
        String id = UUID.randomUUID().toString();
        response.setHeader("X-Request-ID", id);
        Reply reply;
        try {
            reply = asked.of(new DicomWeb(new RecordAsked(endpoint, request, response, id), address, fhirBase));
        } catch (Refused e) {
            OutcomeWriter.write(response, e.status(), e.code(), String.valueOf(e.getMessage()));
            return;
        }
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        reply.body().writeTo(response.getOutputStream());
    }

    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notOffered(response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notOffered(response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notOffered(response);
    }

    private static void notOffered(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET, HEAD, POST");
        OutcomeWriter.write(
                response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "not-supported", "the method is not offered here");
    }
}
