package health.strand.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Gives out the implementation guide that the build made, to anybody: it is documentation and holds no record. */
final class GuideServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String MISSING = "404.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private final transient GuideFiles files;

    GuideServlet(GuideFiles files) {
        this.files = files;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            OutcomeWriter.write(
                    response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "not-supported", "GET or HEAD only");
        } else if (request.getPathInfo() == null) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", GuideConfiguration.PATH + "/");
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo().substring(1);
        String name = path.isEmpty() ? "index.html" : path;
        String hash = files.hash(name);
        if (hash == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "no-store");
            send(MISSING, request, response);
            return;
        }
        EntityTag tag = new EntityTag(hash, false);
        response.setHeader("ETag", tag.text());
        response.setHeader("Cache-Control", "no-cache");
        if (tag.isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(name, request, response);
        }
    }

    private void send(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] content;
        try (InputStream file = files.open(name)) {
            content = file.readAllBytes();
        }
        response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        response.setContentLength(content.length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(content);
        }
    }
}
