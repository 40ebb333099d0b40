package health.strand.summary;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.access.DataClass;
import health.strand.visibility.StoredText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When consents were given on which data of a class rest, and when they were taken back. */
final class ConsentDates {

    /** By what word a consent speaks of the classes that rest on one. */
    private static final Map<DataClass, String> WORDS =
            Map.of(DataClass.GENETIC, "GDIS", DataClass.MARKETING, "HMARKT", DataClass.RESEARCH, "HRESCH");

    /** What was refused, or only asked for, was never given. */
    private static final Set<String> GIVEN = Set.of("active", "inactive");

    private record Said(boolean active, LocalDate given, LocalDate changed, Set<String> words) {}

    private final List<Said> all = new ArrayList<>();

    ConsentDates(List<StoredText> consents, ZoneId zone) {
        for (StoredText each : consents) {
            JsonNode consent = Names.read(each.body());
            JsonNode provision = consent.path("provision");
            String status = consent.path("status").asText();
            if (GIVEN.contains(status) && provision.findValuesAsText("type").contains("permit")) {
                LocalDate changed = day(each.changed(), zone);
                all.add(new Said("active".equals(status), given(consent, changed), changed, words(provision)));
            }
        }
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static LocalDate given(JsonNode consent, LocalDate otherwise) {
        String date = consent.path("dateTime").asText();
        int length = "2000-01-01".length();
        return date.length() < length ? otherwise : LocalDate.parse(date.substring(0, length));
    }

    private static Set<String> words(JsonNode provision) {
        Set<String> words = new HashSet<>();
        for (String element : List.of("securityLabel", "purpose")) {
            provision
                    .findValues(element)
                    .forEach(codings -> codings.forEach(
                            coding -> words.add(coding.path("code").asText())));
        }
        return words;
    }

    /** When the newest of those that stand was given. */
    Optional<LocalDate> given(DataClass dataClass) {
        return of(dataClass).stream().filter(Said::active).map(Said::given).max(Comparator.naturalOrder());
    }

    /** When the last one ended; empty while one stands, or when there never was one. */
    Optional<LocalDate> ended(DataClass dataClass) {
        return given(dataClass).isPresent()
                ? Optional.empty()
                : of(dataClass).stream().map(Said::changed).max(Comparator.naturalOrder());
    }

    private List<Said> of(DataClass dataClass) {
        String word = WORDS.get(dataClass);
        return word == null
                ? List.of()
                : all.stream().filter(each -> each.words.contains(word)).toList();
    }
}
