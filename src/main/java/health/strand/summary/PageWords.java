package health.strand.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of a page in one language: short sentences for everybody. */
final class PageWords {

    private final ResourceBundle words;
    private final DateTimeFormatter days;
    private final ZoneId zone;

    PageWords(Locale locale, ZoneId zone) {
        this.words = ResourceBundle.getBundle(
                "health.strand.summary.page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.zone = zone;
    }

    /** The words for a key, with values in their places. */
    String of(String key, String... values) {
        String text = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** The word for a code; a code without one is shown as it is. */
    String code(String kind, String code) {
        String key = kind + "." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }

    String codes(String kind, Collection<String> codes) {
        return codes.stream().map(each -> code(kind, each)).collect(Collectors.joining(", "));
    }

    /** A day, whether it is given by itself or as an instant. */
    String day(String date) {
        return days.format(
                date.indexOf('T') < 0 ? LocalDate.parse(date) : LocalDate.ofInstant(Instant.parse(date), zone));
    }

    /** A period such as {@code P10Y}. */
    String period(String text) {
        Period period = Period.parse(text);
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return String.join(" ", parts);
    }

    private void add(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(number + " " + of(number == 1 ? unit : unit + "s"));
        }
    }
}
