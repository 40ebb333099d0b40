package health.strand.jurisdiction;

import health.strand.access.DataClass;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the table of a jurisdiction into a draft; what it does not know in a line, it refuses. A table that is like another
 * has all of the other's statements but those it makes itself.
 */
final class JurisdictionTable {

    private static final List<String> HEADER = List.of("what", "of", "value", "from", "checked", "source");
    private static final Set<String> OF_NO_LAW = Set.of("name", "like");
    private static final Set<String> OF_NOTHING = Set.of("name", "like", "gated", "restriction");
    private static final Pattern AGE = Pattern.compile("[1-9][0-9]?");
    private static final Pattern CODES = Pattern.compile("[A-Z]+( [A-Z]+)*");

    private final Draft draft;
    private final Set<String> made = new HashSet<>();
    private int line;
    private boolean headed;

    JurisdictionTable(Draft draft) {
        this.draft = draft;
    }

    void read(String csv) {
        for (String each : csv.split("\n", -1)) {
            line++;
            String text = each.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                // a source may hold commas
                readLine(Arrays.stream(text.split(",", HEADER.size()))
                        .map(String::strip)
                        .toList());
            }
        }
        if (!headed) {
            throw refused("the header is missing");
        }
    }

    private void readLine(List<String> cells) {
        if (!headed) {
            readHeader(cells);
        } else if (cells.size() != HEADER.size()) {
            throw refused(cells.size() + " columns, not " + HEADER.size());
        } else if (!made.add(cells.get(0) + " " + cells.get(1))) {
            throw refused("there is a line for `" + cells.get(0) + "," + cells.get(1) + "` already");
        } else {
            say(new Statement(cells.get(0), cells.get(1), cells.get(2), cells.get(3), read(cells), cells.get(5)));
        }
    }

    private void readHeader(List<String> cells) {
        if (!cells.equals(HEADER)) {
            throw refused("the header is not `" + String.join(",", HEADER) + "`");
        }
        headed = true;
    }

    private boolean read(List<String> cells) {
        if (OF_NO_LAW.contains(cells.get(0))) {
            if (!cells.get(4).isEmpty() || !cells.get(5).isEmpty()) {
                throw refused("`" + cells.get(0) + "` rests on no law");
            }
            return true;
        }
        if (cells.get(5).isEmpty()) {
            throw refused("the source is missing");
        }
        return oneOf(cells.get(4), "seen", "check");
    }

    private record Statement(String what, String of, String value, String from, boolean verified, String source) {

        String key() {
            return of.isEmpty() ? what : what + " " + of;
        }
    }

    private void say(Statement it) {
        if (!it.what.equals("keep") && !it.from.isEmpty()) {
            throw refused("only what is kept is kept from something on");
        }
        if (OF_NOTHING.contains(it.what) && !it.of.isEmpty()) {
            throw refused("`" + it.what + "` is of nothing");
        }
        switch (it.what) {
            case "like" -> like(it);
            case "name" -> draft.name = text(it);
            case "treat" -> draft.treatment.put(dataClass(it), known(LegalBasis.class, "legal basis", it.value));
            case "gated" -> draft.gated = codes(it.value);
            case "age" -> draft.majority = majority(it);
            case "may" -> may(it);
            case "restriction" ->
                draft.restrictions = known(RestrictionVisibility.class, "visibility of restrictions", it.value);
            case "keep" -> keep(it);
            case "minors" -> draft.minors.put(dataClass(it), new Draft.Minors(age(it.value), it.verified));
            case "notice" ->
                draft.notices.put(known(NoticeKind.class, "notice", it.of), new Notice(period(it.value), it.source));
            default -> throw refused("`" + it.what + "` is not known");
        }
        draft.verified.put(it.key(), it.verified);
    }

    private void like(Statement it) {
        if (made.size() > 1) {
            throw refused("`like` is the first line");
        }
        try {
            new JurisdictionTable(draft).read(Jurisdictions.text(it.value));
        } catch (IllegalArgumentException unknown) {
            throw refused(String.valueOf(unknown.getMessage()));
        }
    }

    private void may(Statement it) {
        boolean allowed = oneOf(it.value, "yes", "no");
        switch (it.of) {
            case "break-glass" -> draft.breakGlass = allowed;
            case "absolute-opt-out" -> draft.absoluteOptOut = allowed;
            default -> throw refused("what may be or not, `" + it.of + "`, is not known");
        }
    }

    private int majority(Statement it) {
        if (!it.of.equals("majority")) {
            throw refused("the age of `" + it.of + "` is not known");
        }
        return age(it.value);
    }

    private void keep(Statement it) {
        DataClass dataClass = dataClass(it);
        draft.retention.remove(dataClass);
        draft.asClinical.remove(dataClass);
        if (it.value.equals("as clinical") && it.from.isEmpty() && dataClass != DataClass.CLINICAL) {
            draft.asClinical.put(dataClass, it.source);
            return;
        }
        boolean unknown = it.value.equals("unknown");
        StartEvent start = unknown && it.from.isEmpty() ? null : known(StartEvent.class, "start", it.from);
        draft.retention.put(
                dataClass,
                new RetentionRule(unknown ? null : period(it.value), start, null, it.source, !unknown && it.verified));
    }

    private DataClass dataClass(Statement it) {
        DataClass found = known(DataClass.class, "data class", it.of);
        if (!found.aboutPatients()) {
            throw refused("`" + it.of + "` is about no patient");
        }
        return found;
    }

    private Set<String> codes(String value) {
        if (!CODES.matcher(value).matches()) {
            throw refused("`" + value + "` are no sensitivity codes");
        }
        return Set.of(value.split(" "));
    }

    private int age(String value) {
        if (!AGE.matcher(value).matches()) {
            throw refused("`" + value + "` is no age");
        }
        return Integer.parseInt(value);
    }

    private Period period(String value) {
        return readable(value).orElseThrow(() -> refused("`" + value + "` is no period such as P10Y"));
    }

    private static Optional<Period> readable(String value) {
        try {
            return Optional.of(Period.parse(value)).filter(each -> !each.isZero() && !each.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String text(Statement it) {
        if (it.value.isEmpty()) {
            throw refused("the value is missing");
        }
        return it.value;
    }

    private boolean oneOf(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw refused("`" + value + "` is neither `" + yes + "` nor `" + no + "`");
        }
        return value.equals(yes);
    }

    private <E extends Enum<E>> E known(Class<E> type, String what, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst()
                .orElseThrow(() -> refused(what + " `" + code + "` is not known"));
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("line " + line + ": " + reason);
    }
}
