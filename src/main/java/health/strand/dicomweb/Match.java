package health.strand.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicom.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What one element must be like.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part04.html#sect_C.2.2.2">PS3.4 section
 *     C.2.2.2</a>
 */
sealed interface Match {

    /** Whether it is such a one, as DICOM JSON writes it; one that has no value is like nothing. */
    boolean matches(String value);

    /** The only text it can be. */
    default Optional<String> exactly() {
        return Optional.empty();
    }

    /** The days it can be of, as FHIR searches for them. */
    default List<String> days() {
        return List.of();
    }

    /** How they are matched. */
    enum Kind {
        UID,
        TEXT,
        NAME,
        DATE,
        TIME,
        NUMBER
    }

    Map<Integer, Kind> OFFERED = Map.ofEntries(
            Map.entry(Tag.STUDY_DATE, Kind.DATE),
            Map.entry(Tag.STUDY_TIME, Kind.TIME),
            Map.entry(Tag.ACCESSION_NUMBER, Kind.TEXT),
            Map.entry(Results.MODALITIES, Kind.TEXT),
            Map.entry(Tag.STUDY_DESCRIPTION, Kind.TEXT),
            Map.entry(Results.REFERRER, Kind.NAME),
            Map.entry(Tag.PATIENT_NAME, Kind.NAME),
            Map.entry(Tag.PATIENT_ID, Kind.TEXT),
            Map.entry(Tag.STUDY_INSTANCE, Kind.UID),
            Map.entry(Results.STUDY_ID, Kind.TEXT),
            Map.entry(Tag.MODALITY, Kind.TEXT),
            Map.entry(Tag.SERIES_DESCRIPTION, Kind.TEXT),
            Map.entry(Tag.SERIES_INSTANCE, Kind.UID),
            Map.entry(Tag.SERIES_NUMBER, Kind.NUMBER),
            Map.entry(Tag.SOP_CLASS, Kind.UID),
            Map.entry(Tag.SOP_INSTANCE, Kind.UID),
            Map.entry(Tag.INSTANCE_NUMBER, Kind.NUMBER));

    static boolean isOffered(int tag) {
        return OFFERED.containsKey(tag);
    }

    static boolean isOfUids(int tag) {
        return OFFERED.get(tag) == Kind.UID;
    }

    /**
     * What the value of a query asks of an element that is offered; an empty one asks nothing.
     *
     * @throws Refused when it cannot be understood
     */
    static Match of(int tag, String value) throws Refused {
        Kind kind = OFFERED.getOrDefault(tag, Kind.TEXT);
        if (value.isEmpty()) {
            return new Anything();
        }
        return switch (kind) {
            case UID -> new OneOf(List.of(value.split("[\\\\,]")));
            case TEXT, NAME -> like(value, kind == Kind.NAME);
            case DATE, TIME -> Between.of(value, kind == Kind.DATE);
            case NUMBER -> new OneOf(List.of(value));
        };
    }

    private static Match like(String value, boolean name) {
        boolean wild = value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
        if (!wild && !name) {
            return new OneOf(List.of(value));
        }
        return new Like(name ? inSmallLetters(value) : value, name);
    }

    private static String inSmallLetters(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether one of the values of an element is such a one. */
    default boolean isMetBy(JsonNode element) {
        return StreamSupport.stream(element.path("Value").spliterator(), false)
                .map(each -> each.has("Alphabetic") ? each.path("Alphabetic").asText() : each.asText())
                .anyMatch(this::matches);
    }

    /** It only says that the element is of interest. */
    record Anything() implements Match {

        @Override
        public boolean matches(String value) {
            return true;
        }

        @Override
        public boolean isMetBy(JsonNode element) {
            return true;
        }
    }

    /** It is one of these. */
    record OneOf(List<String> values) implements Match {

        @Override
        public boolean matches(String value) {
            return values.contains(value);
        }

        @Override
        public Optional<String> exactly() {
            return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
        }
    }

    /**
     * It has this form, in which a star stands for any text and a question mark for any letter.
     *
     * @param folded whether small and great letters are alike; the form is in small ones then
     */
    record Like(String form, boolean folded) implements Match {

        @Override
        public boolean matches(String value) {
            return isLike(folded ? inSmallLetters(value) : value);
        }

        /** Never goes back behind the last star that was met, so that it ends soon whatever the form is. */
        private boolean isLike(String text) {
            int place = 0;
            int star = -1;
            int resumed = 0;
            int at = 0;
            while (at < text.length()) {
                if (place < form.length() && form.charAt(place) == '*') {
                    star = place++;
                    resumed = at;
                } else if (place < form.length() && isOne(form.charAt(place), text.charAt(at))) {
                    place++;
                    at++;
                } else if (star >= 0) {
                    place = star + 1;
                    at = ++resumed;
                } else {
                    return false;
                }
            }
            return form.substring(place).chars().allMatch(each -> each == '*');
        }

        private static boolean isOne(char wanted, char there) {
            return wanted == '?' || wanted == there;
        }
    }

    /** It is none before the first and none after the last. */
    record Between(String first, String last) implements Match {

        private static final Pattern DATES = Pattern.compile("(\\d{8})?(-)?(\\d{8})?");
        private static final Pattern TIMES = Pattern.compile("((?:\\d\\d){1,3})?(-)?((?:\\d\\d){1,3})?");
        private static final int DIGITS_OF_TIME = 6;

        static Between of(String value, boolean date) throws Refused {
            var parts = (date ? DATES : TIMES).matcher(value);
            if (!parts.matches() || (parts.group(1) != null && parts.group(3) != null && parts.group(2) == null)) {
                throw Refused.bad("a date is `YYYYMMDD`, a time `HHMMSS`, and a range has `-` between two of them");
            }
            String first = parts.group(1) == null ? "" : parts.group(1);
            String end = parts.group(3) == null ? "" : parts.group(3);
            String last = parts.group(2) == null ? first : end;
            // a time that is cut off means all that begins like it
            return new Between(
                    first, last.isEmpty() || date ? last : last + "9".repeat(DIGITS_OF_TIME - last.length()));
        }

        @Override
        public List<String> days() {
            return Days.around(first, last);
        }

        @Override
        public boolean matches(String value) {
            return value.compareTo(first) >= 0 && (last.isEmpty() || value.compareTo(last) <= 0);
        }
    }
}
