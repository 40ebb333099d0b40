package health.strand.server;

import health.strand.links.QueriedRequest;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the FHIR endpoint that is made for another request: by the same requester, from the same place, and with none
 * of the headers that were meant for the other. What is noted with it stays with it.
 */
final class RecordRequest extends QueriedRequest {

    private static final String JSON = "application/fhir+json";

    private final Asked asked;
    private final InputStream body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, @Nullable Object> attributes = new HashMap<>();

    /** What is asked of the endpoint: the path is below it, and the query is not yet written as one. */
    record Asked(String method, String path, Map<String, List<String>> query) {}

    RecordRequest(HttpServletRequest outer, Asked asked, Map<String, String> headers, InputStream body) {
        super(outer, parameters(asked.query()));
        this.asked = asked;
        this.headers.putAll(headers);
        this.body = body;
    }

    private static Map<String, String[]> parameters(Map<String, List<String>> query) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> parameters.put(name, value.toArray(String[]::new)));
        return parameters;
    }

    /** Asks for a resource, in JSON. */
    static RecordRequest get(HttpServletRequest outer, String path) {
        return new RecordRequest(
                outer, new Asked("GET", path, Map.of()), Map.of("Accept", JSON), InputStream.nullInputStream());
    }

    /** Sends a Bundle to the endpoint itself, both ways in JSON. */
    static RecordRequest post(HttpServletRequest outer, byte[] bundle) {
        return new RecordRequest(
                outer,
                new Asked("POST", "", Map.of()),
                Map.of("Accept", JSON, "Content-Type", JSON + ";charset=UTF-8"),
                new ByteArrayInputStream(bundle));
    }

    /** The same with another header. */
    RecordRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    @Override
    public String getMethod() {
        return asked.method();
    }

    @Override
    public String getServletPath() {
        return FhirConfiguration.PATH;
    }

    @Override
    public String getPathInfo() {
        return asked.path();
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + FhirConfiguration.PATH + asked.path();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme() + "://" + getServerName() + ":" + getServerPort() + getRequestURI());
    }

    @Override
    public String getQueryString() {
        return asked.query().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = headers.get(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public int getIntHeader(String name) {
        return -1;
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : super.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.put(name, null);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new OtherBody.Read(body);
    }
}
