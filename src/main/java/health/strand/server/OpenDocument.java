package health.strand.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Answers with one document for as long as the server runs, open to everybody and to browsers of every origin. */
final class OpenDocument extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient byte[] content;

    /**
     * The document at a path; each needs a name of its own, or the container takes two for one.
     *
     * @param type the media type
     */
    static ServletRegistrationBean<OpenDocument> at(String path, String type, byte[] content) {
        ServletRegistrationBean<OpenDocument> document =
                new ServletRegistrationBean<>(new OpenDocument(type, content), path);
        document.setName(path);
        return document;
    }

    private OpenDocument(String type, byte[] content) {
        this.type = type;
        this.content = content.clone();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
