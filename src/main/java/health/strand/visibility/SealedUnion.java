package health.strand.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for the one and for the other of two hashes apart, and takes both in the order of the rows. An index gives the rows of
 * one hash in that order; those of one among two it does not, and a page of twenty then costs a walk through the whole index.
 */
final class SealedUnion {

    private static final Pattern COMPARISON =
            Pattern.compile("\\b(?<alias>\\w+)\\.(?<column>hash_(?:SYS|SYS_AND_VALUE|VALUE)) = \\?");

    /** With any of these in it a search may want what a comparison says not to be so, or something else instead. */
    private static final Pattern MORE_THAN_AND = Pattern.compile("\\b(?:OR|NOT|UNION|EXISTS)\\b|<>|WHERE.*WHERE");

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

    /** Does so wherever it is sure what is asked. */
    SealedUnion apply() {
        if (MORE_THAN_AND.matcher(sql).find()) {
            return this;
        }
        int from = 0;
        Matcher comparison = COMPARISON.matcher(sql);
        while (comparison.find(from)) {
            from = split(comparison) ? 0 : comparison.end();
            comparison = COMPARISON.matcher(sql);
        }
        return this;
    }

    private boolean split(Matcher comparison) {
        String alias = comparison.group("alias");
        Matcher table = Pattern.compile("(?<=FROM |INNER JOIN )HFJ_SPIDX_TOKEN (?=" + alias + "\\b)")
                .matcher(sql);
        int place = places(comparison.start());
        if (!table.find() || table.start() > comparison.start() || !(values.get(place) instanceof Long hash)) {
            return false;
        }
        String one = "SELECT * FROM HFJ_SPIDX_TOKEN WHERE " + comparison.group("column") + " = ?";
        values.remove(place);
        values.addAll(places(table.start()), List.of(hash, sealing.applyAsLong(hash)));
        sql = sql.substring(0, table.start()) + "(" + one + " UNION ALL " + one + ") "
                + sql.substring(table.end(), comparison.start()) + "TRUE" + sql.substring(comparison.end());
        return true;
    }

    /** How many values come before this. */
    private int places(int end) {
        return (int) sql.chars().limit(end).filter(each -> each == '?').count();
    }
}
