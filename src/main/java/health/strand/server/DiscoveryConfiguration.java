package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.smart.Brand;
import health.strand.smart.BrandProperties;
import health.strand.smart.PlaceProperties;
import health.strand.smart.PortalProperties;
import health.strand.smart.SmartConfiguration;
import health.strand.smart.SmartProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an app finds below {@code .well-known} before it has a token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BrandProperties.class, PortalProperties.class, PlaceProperties.class})
class DiscoveryConfiguration {

    static final String SMART = FhirConfiguration.PATH + "/.well-known/smart-configuration";

    @Bean
    Brand brand(StrandProperties strand, BrandProperties properties, PortalProperties portal, PlaceProperties place) {
        return new Brand(strand.base(), properties, portal, place);
    }

    @Bean
    ServletRegistrationBean<BrandServlet> brands(Brand brand, FhirContext fhir, Clock clock) {
        return new ServletRegistrationBean<>(new BrandServlet(brand, fhir, clock.instant()), BrandServlet.PATH);
    }

    @Bean
    ServletRegistrationBean<SmartConfigurationServlet> smartConfiguration(
            SmartProperties properties, Brand brand, ObjectMapper json) {
        return new ServletRegistrationBean<>(
                new SmartConfigurationServlet(new SmartConfiguration(properties, SupportedScopes.LISTED, brand), json),
                SMART);
    }

    @Bean
    ServletRegistrationBean<SmartStyleServlet> smartStyle() {
        return new ServletRegistrationBean<>(new SmartStyleServlet(), SmartStyleServlet.PATH);
    }
}
