package health.strand.server;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import health.strand.imaging.MediaTypes;
import health.strand.server.IntakeDesk.Endpoint;
import health.strand.vault.ContentsAside;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a file that is sent as it is, up to 100 MiB, so that it is in memory once. To FHIR it gives something short in its
 * place, and answers a large one without its content.
 *
 * @see <a href="https://hl7.org/fhir/R4/binary.html#rest">Serving Binary Resources using the RESTful API</a>
 */
final class BareFiles {

    private static final String TYPE = "/Binary";
    private static final int SMALL = 1024 * 1024;

    private final LargeBodies bodies;
    private final EarlyRefusals refusals;

    BareFiles(LargeBodies bodies, EarlyRefusals refusals) {
        this.bodies = bodies;
        this.refusals = refusals;
    }

    /** Whether it is a file as it is, and no resource. */
    static boolean takes(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean written = "POST".equals(request.getMethod()) && path.equals(TYPE)
                || "PUT".equals(request.getMethod()) && path.startsWith(TYPE + "/");
        String type = MediaTypes.bare(request.getContentType());
        return written && !type.isEmpty() && EncodingEnum.forContentType(type) == null;
    }

    /** Whether it is long enough for that; a short one is like any other body. */
    static boolean takes(RequestTypeEnum type, HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return (type == RequestTypeEnum.POST || type == RequestTypeEnum.PUT)
                && (length < 0 || length > SMALL)
                && takes(request);
    }

    void answer(RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        if (!bodies.during(request, body -> {
            try (ContentsAside aside = ContentsAside.begin()) {
                fhir.answer(type, new Short(request, aside.standIn(whole(body))), response);
            }
        })) {
            refusals.answer(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "throttled",
                    "too many files come in at once; try again");
        }
    }

    private static byte[] whole(HttpServletRequest body) throws IOException {
        byte[] file = new byte[body.getContentLength()];
        try (InputStream content = body.getInputStream()) {
            if (content.readNBytes(file, 0, file.length) < file.length) {
                throw new IOException("a body that was kept is shorter than it was");
            }
        }
        return file;
    }

    /** Bears what stands for the file; what is in the file is not sent back. */
    private static final class Short extends OtherBody {

        private static final String PREFER = "Prefer";

        Short(HttpServletRequest request, byte[] standIn) {
            super(request, new ByteArrayInputStream(standIn), standIn.length);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(PREFER) ? "return=minimal" : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(PREFER)
                    ? Collections.enumeration(List.of("return=minimal"))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
            names.removeIf(PREFER::equalsIgnoreCase);
            names.add(PREFER);
            return Collections.enumeration(names);
        }
    }
}
