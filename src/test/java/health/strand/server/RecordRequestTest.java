package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.server.RecordRequest.Asked;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that is made for another takes its requester along and nothing that was meant for the other. */
class RecordRequestTest {

    private final MockHttpServletRequest outer = new MockHttpServletRequest("HEAD", "/dicomweb/studies");

    private RecordRequest request(Map<String, List<String>> query, InputStream body) {
        return new RecordRequest(
                outer, new Asked("GET", "/Media", query), Map.of("Accept", "application/fhir+json"), body);
    }

    @Test
    void asksTheFhirEndpoint() {
        RecordRequest inner =
                request(Map.of("identifier", List.of("urn:dicom:uid|a&b", "c")), InputStream.nullInputStream());

        assertThat(inner.getMethod()).isEqualTo("GET");
        assertThat(inner.getRequestURI()).isEqualTo("/fhir/Media");
        assertThat(inner.getServletPath()).isEqualTo("/fhir");
        assertThat(inner.getPathInfo()).isEqualTo("/Media");
        assertThat(inner.getQueryString()).isEqualTo("identifier=urn%3Adicom%3Auid%7Ca%26b&identifier=c");
        assertThat(inner.getParameter("identifier")).isEqualTo("urn:dicom:uid|a&b");
        assertThat(inner.getParameterValues("identifier")).containsExactly("urn:dicom:uid|a&b", "c");
        assertThat(inner.getRequestURL()).hasToString("http://localhost:80/fhir/Media");
    }

    @Test
    void bearsNoHeadersAndParametersOfTheOther() {
        outer.addHeader("Range", "bytes=0-1");
        outer.addHeader("If-None-Match", "*");
        outer.addHeader("If-Modified-Since", 0L);
        outer.addParameter("_include", "*");
        RecordRequest inner = request(Map.of(), InputStream.nullInputStream());

        assertThat(Collections.list(inner.getHeaderNames())).containsExactly("Accept");
        assertThat(inner.getHeader("range")).isNull();
        assertThat(Collections.list(inner.getHeaders("If-None-Match"))).isEmpty();
        assertThat(inner.getDateHeader("If-Modified-Since")).isEqualTo(-1);
        assertThat(inner.getParameterMap()).isEmpty();
        assertThat(inner.getParameter("_include")).isNull();
        assertThat(inner.getParameterValues("_include")).isNull();
    }

    @Test
    void keepsToItselfWhatIsNotedWithIt() {
        outer.setAttribute("who", "requester");
        RecordRequest inner = request(Map.of(), InputStream.nullInputStream());
        inner.setAttribute("file", "one");
        inner.removeAttribute("who");

        assertThat(request(Map.of(), InputStream.nullInputStream()).getAttribute("who"))
                .isEqualTo("requester");
        assertThat(inner.getAttribute("file")).isEqualTo("one");
        assertThat(inner.getAttribute("who")).isNull();
        assertThat(outer.getAttribute("file")).isNull();
        assertThat(outer.getAttribute("who")).isEqualTo("requester");
    }

    @Test
    void hasABodyOfItsOwn() throws Exception {
        outer.setContent("other".getBytes(StandardCharsets.UTF_8));
        InputStream body = new ByteArrayInputStream("own".getBytes(StandardCharsets.UTF_8));

        assertThat(request(Map.of(), body).getInputStream().readAllBytes())
                .asString()
                .isEqualTo("own");
    }

    @Test
    void isAnsweredWithoutAWordToWhoeverMadeTheOther() {
        MockHttpServletResponse shown = new MockHttpServletResponse();
        RecordAnswer answer = new RecordAnswer(shown);
        answer.setStatus(404);
        answer.setContentType("application/fhir+json");
        answer.setHeader("ETag", "1");
        answer.getWriter().write("hidden");

        assertThat(answer.text()).isEqualTo("hidden");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.header("etag")).contains("1");
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getHeaderNames()).isEmpty();
        assertThat(shown.getContentAsByteArray()).isEmpty();
        assertThat(shown.getContentType()).isNull();
    }
}
