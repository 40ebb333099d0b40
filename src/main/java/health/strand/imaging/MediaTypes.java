package health.strand.imaging;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types as they are said in headers and resources (RFC 9110 section 8.3.1). */
public final class MediaTypes {

    private MediaTypes() {}

    /** Without parameters and in small letters; an empty text where nothing is said. */
    public static String bare(@Nullable String said) {
        return said == null ? "" : said.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }
}
