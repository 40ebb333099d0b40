package health.strand.dicomweb;

import health.strand.dicom.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is searched for, and how much of it is given. What cannot be matched is refused: to pass over it would find more than
 * was asked for.
 *
 * @param keys what the elements of those tags must match
 * @param limit how many are given at most
 * @param offset how many of the first are left out
 * @param fuzzy whether names that sound alike are asked for, which is not offered
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_8.3.4">PS3.18 section 8.3.4</a>
 */
record Query(Map<Integer, Match> keys, int limit, int offset, boolean fuzzy) {

    static final int MOST = 1_000;

    /**
     * Reads the parameters of a request.
     *
     * @throws Refused for one that is not known, stands twice or has a value that means nothing
     */
    static Query of(Map<String, String[]> parameters) throws Refused {
        Map<Integer, Match> keys = new LinkedHashMap<>();
        int limit = MOST;
        int offset = 0;
        boolean fuzzy = false;
        for (Map.Entry<String, String[]> each : parameters.entrySet()) {
            String name = each.getKey();
            switch (name) {
                case "limit" -> limit = Math.min(MOST, number(name, each.getValue()));
                case "offset" -> offset = number(name, each.getValue());
                case "fuzzymatching" -> fuzzy = truth(each.getValue());
                case "includefield" -> known(each.getValue());
                default -> {
                    int tag = tag(name);
                    if (keys.put(tag, Match.of(tag, String.join("\\", several(tag, each.getValue())))) != null) {
                        throw Refused.bad("an attribute stands twice in the query");
                    }
                }
            }
        }
        return new Query(keys, limit, offset, fuzzy);
    }

    /** The text that an element must equal; empty where it may be another. */
    Optional<String> exactly(int tag) {
        return Optional.ofNullable(keys.get(tag)).flatMap(Match::exactly);
    }

    /** What the record is asked for the days in which the date of an element must be; empty where it may be any. */
    List<String> days(int tag) {
        return Optional.ofNullable(keys.get(tag)).map(Match::days).orElse(List.of());
    }

    private static String[] several(int tag, String[] values) throws Refused {
        if (values.length > 1 && !Match.isOfUids(tag)) {
            throw Refused.bad("an attribute stands twice in the query");
        }
        return values;
    }

    private static int tag(String name) throws Refused {
        return Dictionary.tag(name)
                .filter(Match::isOffered)
                .orElseThrow(() -> Refused.bad("the query has a parameter that nothing is searched by"));
    }

    private static boolean truth(String[] values) throws Refused {
        if (values.length != 1 || !values[0].matches("true|false")) {
            throw Refused.bad("`fuzzymatching` is `true` or `false`");
        }
        return "true".equals(values[0]);
    }

    /** All that there is about a result is always given. */
    private static void known(String[] values) throws Refused {
        for (String value : values) {
            for (String each : value.split(",", -1)) {
                if (!"all".equals(each) && Dictionary.tag(each).isEmpty()) {
                    throw Refused.bad("`includefield` names an attribute by its keyword or its eight digits, or `all`");
                }
            }
        }
    }

    private static int number(String name, String[] values) throws Refused {
        OptionalInt number = values.length == 1 && values[0].matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(values[0]))
                : OptionalInt.empty();
        return number.orElseThrow(() -> Refused.bad("`" + name + "` is a number"));
    }
}
