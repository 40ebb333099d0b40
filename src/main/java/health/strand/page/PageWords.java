package health.strand.page;

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
public final class PageWords {

    private final ResourceBundle own;
    private final ResourceBundle common;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final ZoneId zone;

    /**
     * @param bundle where the words are that no other page has
     * @param zone in which days begin and end
     */
    public PageWords(String bundle, Locale locale, ZoneId zone) {
        this.own = bundle(bundle, locale);
        this.common = bundle("health.strand.page.common", locale);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale);
        this.zone = zone;
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words for a key, with values in their places. */
    public String of(String key, String... values) {
        String text = own.containsKey(key) ? own.getString(key) : common.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** The word for a code; a code without one is shown as it is. */
    public String code(String kind, String code) {
        String key = kind + "." + code;
        return isKnown(key) ? of(key) : code;
    }

    /** Whether there are words for a key. */
    public boolean isKnown(String key) {
        return own.containsKey(key) || common.containsKey(key);
    }

    /** The words for codes, with commas between them. */
    public String codes(String kind, Collection<String> codes) {
        return codes.stream().map(each -> code(kind, each)).collect(Collectors.joining(", "));
    }

    /** A day, whether it is given by itself or as an instant. */
    public String day(String date) {
        return days.format(
                date.indexOf('T') < 0 ? LocalDate.parse(date) : LocalDate.ofInstant(Instant.parse(date), zone));
    }

    /** A moment, to the minute. */
    public String moment(String instant) {
        return moments.format(Instant.parse(instant).atZone(zone));
    }

    /** A period such as {@code P10Y}. */
    public String period(String text) {
        Period period = Period.parse(text);
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return String.join(" ", parts);
    }

    /** How somebody is called, with their work. */
    public String who(Fact fact) {
        String name = fact.one("who").orElse("");
        String kind = fact.the("kind");
        if ("patient".equals(kind)) {
            String app = fact.one("app").isPresent() ? "you.app" : "you";
            return fact.one("client")
                    .filter(each -> fact.one("times").isEmpty())
                    .map(each -> of("you.client", each))
                    .orElse(of(app));
        }
        if ("system".equals(kind)) {
            return fact.one("client").map(each -> of("system.client", each)).orElse(of("system"));
        }
        String roles = codes("role", fact.all("role"));
        String called = name.isEmpty() ? code("kind", kind) : name;
        return roles.isEmpty() ? called : called + ", " + roles;
    }

    private void add(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(number + " " + of(number == 1 ? unit : unit + "s"));
        }
    }
}
