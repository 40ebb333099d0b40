package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.strand.audit.AuditTrail;
import health.strand.enforcement.KnownElements;
import health.strand.smart.SmartProperties;
import health.strand.validation.Conformance;
import health.strand.vault.FileVault;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public FHIR endpoint at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StrandProperties.class)
class FhirConfiguration {

    static final String PATH = "/fhir";

    @Bean
    FhirServer fhirServer(
            FhirContext context,
            StrandProperties properties,
            DaoRegistry daos,
            ResourceProviderFactory providers,
            IFhirSystemDao<Bundle, Meta> system,
            ConsentOperations consents,
            ExplainAccess explanations,
            ConsentPreview preview,
            AuditEvents audit,
            TrailVerification verification,
            EmergencyOperations emergencies,
            CaseOperations cases,
            PrivacyDesk desk,
            KeyOperations keys,
            PatientMatch match,
            PrivacySummaries summaries,
            Accounting accounting,
            TrichometryTrend trend,
            TestRetest retest,
            BeforeAfter pairs,
            RenderedPicture pictures,
            DeidentifiedCopy deidentified,
            LinkToPicture links,
            BinaryFiles files,
            AuditTrail trail,
            DataSource requests,
            FileVault vault,
            DatabaseProperties database,
            IInterceptorService interceptors) {
        daos.setSupportedResourceTypes(ServedTypes.withConformance());
        // an element we do not know is an element nobody would see or protect
        context.setParserErrorHandler(new KnownElements());
        EarlyRefusals refusals = new EarlyRefusals(trail);
        LargeBodies bodies = new LargeBodies(vault);
        IntakeDesk intake = new IntakeDesk(context, refusals, bodies, new IntakeTurns(requests, database.poolSize()));
        FhirServer server = new FhirServer(context, intake, new BareFiles(bodies, refusals));
        server.setInterceptorService(interceptors);
        server.setServerAddressStrategy(new HardcodedServerAddressStrategy(properties.base()));
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setDefaultPageSize(FhirServer.PAGE);
        server.setMaximumPageSize(FhirServer.LARGEST_PAGE);
        server.registerProviders(ServedTypes.providers(providers));
        server.registerProvider(files);
        server.registerProvider(new TransactionProvider(system));
        server.registerProvider(consents);
        server.registerProvider(explanations);
        server.registerProvider(preview);
        server.registerProvider(audit);
        server.registerProvider(verification);
        server.registerProvider(emergencies);
        server.registerProvider(cases);
        server.registerProvider(desk);
        server.registerProvider(keys);
        server.registerProvider(match);
        server.registerProvider(summaries);
        server.registerProvider(accounting);
        server.registerProvider(trend);
        server.registerProvider(retest);
        server.registerProvider(pairs);
        server.registerProvider(pictures);
        server.registerProvider(deidentified);
        server.registerProvider(links);
        server.registerProvider(intake);
        return server;
    }

    @Bean
    ServletRegistrationBean<FhirServer> fhirServlet(
            FhirServer server,
            IFhirSystemDao<Bundle, Meta> system,
            JpaStorageSettings settings,
            ISearchParamRegistry parameters,
            Conformance conformance,
            SmartProperties smart,
            StrandProperties properties) {
        server.setServerConformanceProvider(new Capabilities(
                server,
                system,
                settings,
                parameters,
                conformance.definitions(),
                smart,
                String.valueOf(properties.version())));
        ServletRegistrationBean<FhirServer> servlet = new ServletRegistrationBean<>(server, PATH + "/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
