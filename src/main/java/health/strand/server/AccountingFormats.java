package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.accounting.DisclosurePage;
import health.strand.accounting.DisclosureTable;
import health.strand.audit.TrailEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Gives the accounting of disclosures as a table or as a page to who asks for that, once it is recorded that it is given. */
@Interceptor
public final class AccountingFormats {

    /** After the trail, which is the last to look at an answer. */
    private static final int AFTER_THE_TRAIL = 3_000;

    private static final MediaType CSV = new MediaType("text", "csv");

    private final ZoneId zone;

    /** @param zone the clinic's, in which times are written */
    AccountingFormats(ZoneId zone) {
        this.zone = zone;
    }

    /** When it goes out; what is given here is not given by HAPI as well. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_THE_TRAIL)
    public boolean give(ServletRequestDetails details, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Accounting.NAME.equals(details.getOperation())) {
            return true;
        }
        List<TrailEntry> entries = Accounting.entriesOf(details);
        MediaType wanted = wanted(request.getHeader("Accept"));
        if (wanted.equals(CSV)) {
            response.setHeader("Content-Disposition", "attachment; filename=\"disclosures.csv\"");
            write(details, response, "text/csv; charset=utf-8; header=present", DisclosureTable.of(entries));
            return false;
        }
        if (wanted.equals(MediaType.TEXT_HTML)) {
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            write(
                    details,
                    response,
                    "text/html; charset=utf-8",
                    new DisclosurePage(request.getLocale(), zone).of(entries));
            return false;
        }
        return true;
    }

    /** The one asked for before the others; anything else is HAPI's. */
    private static MediaType wanted(@org.jspecify.annotations.Nullable String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types.isEmpty()
                    ? MediaType.ALL
                    : new MediaType(types.get(0).getType(), types.get(0).getSubtype());
        } catch (InvalidMediaTypeException e) {
            return MediaType.ALL;
        }
    }

    private static void write(ServletRequestDetails details, HttpServletResponse response, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("X-Request-ID", details.getRequestId());
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
