package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.GatedWords;
import health.strand.labeling.SecurityLabeler;
import health.strand.validation.Conformance;
import health.strand.validation.StrandPackage;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.SearchParameter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Our profiles, terminology and search parameters, in every place where HAPI asks for such. */
@Configuration(proxyBeanMethods = false)
class ConformanceConfiguration {

    @Bean
    StrandPackage strandPackage(FhirContext fhir) {
        return StrandPackage.read(fhir);
    }

    @Bean
    SecurityLabeler securityLabeler() {
        return new SecurityLabeler(new DataClassifier(), GatedWords.shipped());
    }

    @Bean
    Conformance conformance(StrandPackage strand, DefaultProfileValidationSupport standard, SecurityLabeler labeler) {
        return new Conformance(
                strand, standard, labeler::label, Runtime.getRuntime().availableProcessors());
    }

    /** HAPI's {@code $validate} asks the module of this name. */
    @Bean("myInstanceValidator")
    @Primary
    IInstanceValidatorModule instanceValidator(Conformance conformance) {
        return conformance.asModule();
    }

    @Bean
    @Primary
    ISearchParamProvider searchParamProvider(StrandPackage strand) {
        return new PackagedSearchParameters(
                Stream.concat(strand.all(SearchParameter.class).stream(), TellingSearches.retired().stream())
                        .toList());
    }

    /** Beside the rest of the start, which keeps one processor busy; the server is not ready before it is done. */
    @Bean
    SmartInitializingSingleton warmValidator(Conformance conformance) {
        CompletableFuture<Void> warm = CompletableFuture.runAsync(conformance::warmUp);
        return warm::join;
    }

    /** HAPI begins with what the database holds, which is none, and asks the provider only when something changed. */
    @Bean
    SmartInitializingSingleton searchParameters(ISearchParamRegistry registry) {
        return () -> {
            registry.getActiveSearchParams("Observation", SearchParamLookupContextEnum.ALL);
            registry.forceRefresh();
        };
    }
}
