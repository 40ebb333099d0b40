package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.IRestfulResponse;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.explanation.ExplanationPage;
import health.strand.page.PageFrame;
import health.strand.progression.TrendPage;
import health.strand.summary.SummaryPage;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Writes a privacy summary, an explanation or a trend as a page for people who ask for one. It does so last of all: what is not in the answer that
 * every guard has let pass, and that was recorded, is not on the page.
 */
@Interceptor
public final class ReadablePages {

    private static final int AFTER_THE_TRAIL = 3_000;
    private static final String HTML = "text/html";

    /** Says an answer in a language. */
    private interface Writing {
        String page(Parameters answer, Locale language, ZoneId zone);
    }

    private static final Map<String, Writing> PAGES = Map.of(
            "$privacy-summary",
            (answer, language, zone) -> SummaryPage.in(language, zone).of(answer),
            "$explain-access",
            (answer, language, zone) -> ExplanationPage.in(language, zone).of(answer),
            TrichometryTrend.NAME,
            (answer, language, zone) -> TrendPage.in(language, zone).of(answer));

    private final ZoneId zone;

    /** @param zone in which days begin and end */
    ReadablePages(ZoneId zone) {
        this.zone = zone;
    }

    /** When an answer goes out; whether somebody else is to write it. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_THE_TRAIL)
    public boolean write(ServletRequestDetails request, IBaseResource answer) throws IOException {
        Writing writing = PAGES.get(String.valueOf(request.getOperation()));
        if (writing == null || !(answer instanceof Parameters said) || !wantsPage(request)) {
            return true;
        }
        Locale language = language(request);
        IRestfulResponse response = request.getResponse();
        response.addHeader("Content-Language", language.getLanguage());
        response.addHeader("Content-Security-Policy", PageFrame.SECURITY_POLICY);
        response.addHeader("Referrer-Policy", "no-referrer");
        response.addHeader("Cache-Control", "no-store");
        // with the headers every answer has
        try (Writer writer =
                response.getResponseWriter(Constants.STATUS_HTTP_200_OK, HTML, Constants.CHARSET_NAME_UTF8, false)) {
            writer.write(writing.page(said, language, zone));
        }
        return false;
    }

    private static boolean wantsPage(ServletRequestDetails request) {
        String[] format = request.getParameters().get("_format");
        if (format != null && format.length > 0) {
            return "html".equals(format[0]) || HTML.equals(format[0]);
        }
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return accept.stripLeading().toLowerCase(Locale.ROOT).startsWith(HTML);
    }

    private static Locale language(ServletRequestDetails request) {
        try {
            Locale found = Locale.lookup(
                    Locale.LanguageRange.parse(Optional.ofNullable(request.getHeader("Accept-Language"))
                            .orElse("en")),
                    PageFrame.LANGUAGES);
            return found == null ? PageFrame.LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException unreadable) {
            return PageFrame.LANGUAGES.get(0);
        }
    }
}
