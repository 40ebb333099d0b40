package health.strand.page;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What every page has around what it says: no scripts, and nothing that is fetched from anywhere. */
public final class PageFrame {

    /** The languages there is a page in; the first is for whoever asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1b1b1b;background:#fff}
            table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.3rem 0}
            th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
            thead th{background:#eee}.mark{text-align:center}.none{color:#767676}.wide{overflow-x:auto}
            """;

    /** What the page may do: show itself. */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(STYLE, StandardCharsets.UTF_8)
                            .asBytes())
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageFrame() {}

    /** A page up to its first heading. */
    public static Markup begun(Locale locale, String title) {
        return new Markup()
                .raw("<!doctype html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .raw("<style>" + STYLE + "</style></head><body><main>")
                .element("h1", title);
    }

    /** The whole page, when everything has been said. */
    public static String ended(Markup page) {
        return page.raw("</main></body></html>").toString();
    }
}
