package health.strand.visibility;

import ca.uhn.fhir.jpa.search.builder.sql.GeneratedSql;
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

    private SealedUnion() {}

    /** The same search, asked so for its first code where it is sure what is asked, and as it is elsewhere. */
    static GeneratedSql of(GeneratedSql search, LongUnaryOperator sealing) {
        String sql = search.getSql();
        Matcher comparison = COMPARISON.matcher(sql);
        if (!CODES_ALONE.matcher(sql).matches() || !comparison.find()) {
            return search;
        }
        Matcher table = Pattern.compile(
                        "(?<=FROM |INNER JOIN )HFJ_SPIDX_TOKEN (?=" + comparison.group("alias") + "\\b)")
                .matcher(sql);
        int place = places(sql, comparison.start());
        List<Object> values = new ArrayList<>(search.getBindVariables());
        if (!table.find() || table.start() > comparison.start() || !(values.remove(place) instanceof Long hash)) {
            return search;
        }
        values.addAll(places(sql, table.start()), List.of(hash, sealing.applyAsLong(hash)));
        String one = "SELECT * FROM HFJ_SPIDX_TOKEN WHERE " + comparison.group("column") + " = ?";
        String split = sql.substring(0, table.start()) + "(" + one + " UNION ALL " + one + ") "
                + sql.substring(table.end(), comparison.start()) + "TRUE" + sql.substring(comparison.end());
        return new GeneratedSql(false, split, values);
    }

    /** How many values come before this. */
    private static int places(String sql, int end) {
        return (int) sql.chars().limit(end).filter(each -> each == '?').count();
    }
}
