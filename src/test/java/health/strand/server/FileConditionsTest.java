package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** RFC 9110, section 13. */
class FileConditionsTest {

    private static final EntityTag TAG = new EntityTag("2-file", false);
    private static final Instant MODIFIED = Instant.parse("2026-05-01T10:00:00.750Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Binary/1");

    private int status() {
        return FileConditions.of(request).answer(TAG, MODIFIED).orElse(200);
    }

    private int status(String header, String value) {
        request.removeHeader(header);
        request.addHeader(header, value);
        return status();
    }

    @Test
    void sendWhatIsNotKnown() {
        assertThat(status()).isEqualTo(200);
        assertThat(status("If-None-Match", "\"1-file\", W/\"2\", \"2\"")).isEqualTo(200);
        assertThat(status("If-None-Match", "W/\"2-file\"")).isEqualTo(304);
        assertThat(status("If-None-Match", "\"1-file\", \"2-file\"")).isEqualTo(304);
        assertThat(status("If-None-Match", "*")).isEqualTo(304);
    }

    @Test
    void lookAtTheTimeWhereNoTagIsGiven() {
        assertThat(status("If-Modified-Since", "Fri, 01 May 2026 10:00:00 GMT")).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Fri, 01 May 2026 09:59:59 GMT")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "Fri, 01 May 2026 10:00:00 GMT")).isEqualTo(304);
        assertThat(status("If-None-Match", "\"1-file\"")).isEqualTo(200);
    }

    @Test
    void sendNoOtherThanIsMeant() {
        assertThat(status("If-Match", "\"2-file\"")).isEqualTo(200);
        assertThat(status("If-Match", "*")).isEqualTo(200);
        assertThat(status("If-Match", "\"1-file\"")).isEqualTo(412);
        // a weak tag is never the same
        assertThat(status("If-Match", "W/\"2-file\"")).isEqualTo(412);
    }

    @Test
    void sendAPartOnlyOfWhatTheClientHasTheRestOf() {
        request.addHeader("Range", "bytes=1-2");
        assertThat(part()).isEqualTo(206);
        assertThat(part("\"2-file\"")).isEqualTo(206);
        assertThat(part("\"1-file\"")).isEqualTo(200);
        assertThat(part("W/\"2-file\"")).isEqualTo(200);
        assertThat(part("Fri, 01 May 2026 10:00:00 GMT")).isEqualTo(200);
    }

    private int part(String ifRange) {
        request.removeHeader("If-Range");
        request.addHeader("If-Range", ifRange);
        return part();
    }

    private int part() {
        return FileConditions.of(request).part(TAG, 10).status();
    }

    @Test
    void knowNoPartsOfHeadersAlone() {
        MockHttpServletRequest head = new MockHttpServletRequest("HEAD", "/fhir/Binary/1");
        head.addHeader("Range", "bytes=1-2");
        assertThat(FileConditions.of(head).part(TAG, 10)).isEqualTo(FilePart.whole(10));
    }

    @Test
    void areReadFromAllLinesOfAHeader() {
        request.addHeader("If-None-Match", "\"1-file\"");
        request.addHeader("If-None-Match", "\"2-file\"");
        assertThat(status()).isEqualTo(304);
        request.addHeader("Range", "bytes=1-2");
        request.addHeader("Range", "bytes=4-5");
        assertThat(part()).isEqualTo(200);
    }

    @Test
    void passOverADateThatIsNone() {
        MockHttpServletRequest odd = new MockHttpServletRequest("GET", "/fhir/Binary/1") {
            @Override
            public long getDateHeader(String name) {
                throw new IllegalArgumentException("yesterday");
            }
        };
        assertThat(FileConditions.of(odd).answer(TAG, MODIFIED)).isEmpty();
    }
}
