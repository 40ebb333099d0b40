package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.binary.api.IBinaryStorageSvc;
import ca.uhn.fhir.jpa.binary.svc.NullBinaryStorageSvcImpl;
import ca.uhn.fhir.jpa.dao.search.HSearchSortHelperImpl;
import ca.uhn.fhir.jpa.dao.search.IHSearchSortHelper;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.sched.HapiSchedulerServiceImpl;
import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.jpa.subscription.match.deliver.email.IEmailSender;
import ca.uhn.fhir.jpa.util.ResourceCountCache;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts HAPI's configuration asks its user for; features that are off get a part that does nothing. */
@Configuration(proxyBeanMethods = false)
class StorageBeans {

    @Bean
    IHSearchSortHelper searchSortHelper(ISearchParamRegistry parameters) {
        return new HSearchSortHelperImpl(parameters);
    }

    @Bean
    IPagingProvider pagingProvider() {
        return new NoStoredPages();
    }

    /** Every scheduled job of HAPI belongs to a feature that is off; the request role may not touch their tables. */
    @Bean
    ISchedulerService schedulerService() {
        HapiSchedulerServiceImpl scheduler = new HapiSchedulerServiceImpl();
        scheduler.setDefaultGroup("strand");
        scheduler.setLocalSchedulingEnabled(false);
        scheduler.setClusteredSchedulingEnabled(false);
        return scheduler;
    }

    @Bean
    IStaleSearchDeletingSvc staleSearchDeletingSvc() {
        return new NoStoredSearches();
    }

    @Bean
    IBinaryStorageSvc binaryStorageSvc() {
        return new NullBinaryStorageSvcImpl();
    }

    @Bean
    IEmailSender emailSender() {
        return details -> {};
    }

    @Bean
    IResourceSupportedSvc resourceSupportedSvc(DaoRegistry registry) {
        return registry::isResourceTypeSupported;
    }

    @Bean(name = "myResourceCountsCache")
    ResourceCountCache resourceCounts() {
        return new ResourceCountCache(Map::of);
    }
}
