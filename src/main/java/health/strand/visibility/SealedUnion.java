package health.strand.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for the one and for the other of two hashes apart, and takes both in the order of the rows. An index gives the rows of
 * one hash in that order; those of one among two it does not, and a page of twenty then costs a walk through the whole index.
 * Where something else is asked for as well, which mostly finds less, that is looked for first, and the two hashes in what it finds.
 */
final class SealedUnion {

    private static final String ONE = "\\w+\\.hash_(?:SYS|SYS_AND_VALUE|VALUE) = \\?";
    private static final Pattern COMPARISON = Pattern.compile("\\b(?<alias>\\w+)\\.(?<column>hash_\\w+) = \\?");

    /** A search for nothing but codes, each with one value, of which all must be there. */
    private static final Pattern CODES_ALONE = Pattern.compile(
            "[^?]* WHERE \\(*" + ONE + "(?:\\)* AND \\(*" + ONE + ")*\\)*(?: ORDER BY (?:(?!WHERE).)*)?");

    private final LongUnaryOperator sealing;
    private String sql;
    private final List<Object> values;

    /** @param values in the order of their places in the search */
    SealedUnion(String sql, List<Object> values, LongUnaryOperator sealing) {
        this.sealing = sealing;
        this.sql = sql;
        this.values = new ArrayList<>(values);
    }

    String sql() {
        return sql;
    }

    List<Object> values() {
        return values;
    }

    /** Does so for the first code, where it is sure what is asked. */
    SealedUnion apply() {
        Matcher comparison = COMPARISON.matcher(sql);
        if (CODES_ALONE.matcher(sql).matches() && comparison.find()) {
            split(comparison);
        }
        return this;
    }

    private void split(Matcher comparison) {
        String alias = comparison.group("alias");
        Matcher table = Pattern.compile("(?<=FROM |INNER JOIN )HFJ_SPIDX_TOKEN (?=" + alias + "\\b)")
                .matcher(sql);
        int place = places(comparison.start());
        if (!table.find() || table.start() > comparison.start() || !(values.get(place) instanceof Long hash)) {
            return;
        }
        String one = "SELECT * FROM HFJ_SPIDX_TOKEN WHERE " + comparison.group("column") + " = ?";
        values.remove(place);
        values.addAll(places(table.start()), List.of(hash, sealing.applyAsLong(hash)));
        sql = sql.substring(0, table.start()) + "(" + one + " UNION ALL " + one + ") "
                + sql.substring(table.end(), comparison.start()) + "TRUE" + sql.substring(comparison.end());
    }

    /** How many values come before this. */
    private int places(int end) {
        return (int) sql.chars().limit(end).filter(each -> each == '?').count();
    }
}
