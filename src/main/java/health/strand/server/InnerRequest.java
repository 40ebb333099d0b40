package health.strand.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of FHIR that the server makes for whoever asks, with all that is known of them. */
final class InnerRequest extends HttpServletRequestWrapper {

    private static final String JSON = "application/fhir+json";
    private static final Set<String> OF_THE_OUTER = Set.of(
            "content-length",
            "transfer-encoding",
            "accept-encoding",
            "range",
            "if-match",
            "if-none-match",
            "if-none-exist",
            "if-modified-since",
            "prefer");

    private final String method;
    private final String path;
    private final byte[] body;

    /** @param path below the endpoint, without a query; {@code /} for the endpoint itself */
    InnerRequest(HttpServletRequest outer, String method, String path, byte[] body) {
        super(outer);
        this.method = method;
        this.path = path;
        this.body = body;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + getServletPath() + path;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer outer = super.getRequestURL();
        String own = super.getPathInfo();
        return outer.replace(outer.length() - own.length(), outer.length(), path);
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public String getContentType() {
        return JSON;
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-type", "accept" -> JSON;
            default -> OF_THE_OUTER.contains(name.toLowerCase(Locale.ROOT)) ? null : super.getHeader(name);
        };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String own = getHeader(name);
        boolean changed = name.equalsIgnoreCase("content-type") || name.equalsIgnoreCase("accept") || own == null;
        return changed ? Collections.enumeration(own == null ? List.of() : List.of(own)) : super.getHeaders(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Held(new ByteArrayInputStream(body));
    }

    private static final class Held extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Held(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("an inner request is read at once");
        }
    }
}
