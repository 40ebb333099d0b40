package health.strand.accounting;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the page in one language. */
final class DisclosureWords {

    private static final String WORDS = "health.strand.accounting.words";

    private final ResourceBundle words;

    private DisclosureWords(ResourceBundle words) {
        this.words = words;
    }

    /** English, where the language is not one of ours. */
    static DisclosureWords in(Locale language) {
        return new DisclosureWords(ResourceBundle.getBundle(
                WORDS,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String get(String key) {
        return words.getString(key);
    }

    /** The word for a code; the code itself where there is none. */
    String of(String kind, String code) {
        try {
            return words.getString(kind + "." + code);
        } catch (MissingResourceException e) {
            return code;
        }
    }
}
