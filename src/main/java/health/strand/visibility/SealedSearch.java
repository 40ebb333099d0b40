package health.strand.visibility;

import ca.uhn.fhir.jpa.search.builder.sql.GeneratedSql;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a search that looks for codes find them in the index of genetic data as well, where they have no plain hash
 * ({@link SealedIndex}): wherever it compares a hash in
 * whose place there may be another it compares two.
 */
public final class SealedSearch {

    /** A comparison with hashes of tokens as {@link SealedTokens} writes it, or any other parameter. */
    private static final Pattern PARAMETERS = Pattern.compile(
            "(?<column>\\b\\w+\\.hash_(?:SYS|SYS_AND_VALUE|VALUE)) (?:(?<is>=|<>) \\?|(?<in>IN|NOT IN) \\((?<all>\\?(?:, ?\\?)*) ?\\))"
                    + "|\\?");

    private final LongUnaryOperator sealing;
    private final Supplier<Optional<Reach>> ofThisThread;

    /**
     * @param sealing gives what stands in the place of a hash
     * @param ofThisThread the reach of the request this thread answers, for transactions begun without a request
     */
    public SealedSearch(LongUnaryOperator sealing, Supplier<Optional<Reach>> ofThisThread) {
        this.sealing = sealing;
        this.ofThisThread = ofThisThread;
    }

    /** The search to be carried out in the place of this one; the same for whoever reads nothing genetic. */
    public GeneratedSql widened(GeneratedSql search) {
        if (search.isMatchNothing() || !readsGenetic()) {
            return search;
        }
        GeneratedSql split = SealedUnion.of(search, sealing);
        List<Object> values = new ArrayList<>();
        String sql = widened(split.getSql(), split.getBindVariables(), values);
        return new GeneratedSql(false, sql, values);
    }

    private boolean readsGenetic() {
        TransactionKeys keys = CurrentKeys.get();
        return keys != null
                ? keys.reads(DataClass.GENETIC)
                : ofThisThread.get().stream().anyMatch(reach -> reach.readable().contains(DataClass.GENETIC));
    }

    private String widened(String sql, List<Object> given, List<Object> values) {
        Iterator<Object> next = given.iterator();
        StringBuilder widened = new StringBuilder();
        Matcher parameters = PARAMETERS.matcher(sql);
        while (parameters.find()) {
            if (parameters.group("column") == null) {
                values.add(next.next());
                parameters.appendReplacement(widened, "?");
                continue;
            }
            int many = parameters.group("all") == null
                    ? 1
                    : parameters.group("all").replaceAll("[^?]", "").length();
            for (int number = 0; number < many; number++) {
                Object hash = next.next();
                values.add(hash);
                values.add(sealing.applyAsLong((Long) hash));
            }
            boolean not = "<>".equals(parameters.group("is")) || "NOT IN".equals(parameters.group("in"));
            parameters.appendReplacement(
                    widened,
                    Matcher.quoteReplacement(parameters.group("column") + (not ? " NOT IN (" : " IN (")
                            + "?,".repeat(2 * many - 1) + "?)"));
        }
        if (next.hasNext()) {
            throw new IllegalStateException("a search has more values than places");
        }
        return parameters.appendTail(widened).toString();
    }
}
