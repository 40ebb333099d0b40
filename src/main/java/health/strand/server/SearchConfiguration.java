package health.strand.server;

import ca.uhn.fhir.jpa.search.builder.predicate.TokenPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.GeneratedSql;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryExecutor;
import health.strand.enforcement.DecidedReach;
import health.strand.vault.IndexHashes;
import health.strand.visibility.SealedSearch;
import health.strand.visibility.SealedTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** How HAPI's searches reach the search index. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private final SealedSearch sealed;

    SearchConfiguration(IndexHashes hashes) {
        this.sealed = new SealedSearch(hashes::seal, DecidedReach::ofThisThread);
    }

    /** HAPI asks for one by its type, with this argument. */
    @Bean
    @Primary
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    TokenPredicateBuilder sealedTokens(SearchQueryBuilder search) {
        return new SealedTokens(search);
    }

    /** HAPI asks for one by its type, with these arguments. */
    @Bean
    @Primary
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    SearchQueryExecutor sealedSearchQuery(GeneratedSql search, @Nullable Integer most) {
        return new SearchQueryExecutor(sealed.widened(search), most);
    }
}
