package health.strand.visibility;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser.CompareOperation;
import ca.uhn.fhir.jpa.search.builder.predicate.TokenPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.CustomCondition;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Says of a comparison with hashes of codes that there may be others in their place ({@link SealedSearch}), by how it writes the
 * columns. Those of identifiers are plain everywhere, and who looks for one of them is not made to look for two.
 */
public final class SealedTokens extends TokenPredicateBuilder {

    static final String COLUMN = ".HASH_";
    static final String SEALED_COLUMN = ".hash_";

    public SealedTokens(SearchQueryBuilder search) {
        super(search);
    }

    @Override
    public @Nullable Condition createPredicateToken(
            Collection<IQueryParameterType> values,
            String type,
            @Nullable String prefix,
            RuntimeSearchParam parameter,
            @Nullable CompareOperation operation,
            RequestPartitionId partition) {
        Condition plain = super.createPredicateToken(values, type, prefix, parameter, operation, partition);
        return plain == null || SealedIndex.isKeptPlain(parameter.getName())
                ? plain
                : new CustomCondition(plain.toString().replace(COLUMN, SEALED_COLUMN));
    }
}
