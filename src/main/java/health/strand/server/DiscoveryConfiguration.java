package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.smart.Brand;
import health.strand.smart.BrandProperties;
import health.strand.smart.PlaceProperties;
import health.strand.smart.PortalProperties;
import health.strand.smart.SmartConfiguration;
import health.strand.smart.SmartProperties;
import java.nio.charset.StandardCharsets;
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
    static final String STYLE = FhirConfiguration.PATH + "/.well-known/smart-style";

    private static final String COLOURS = """
            {
              "color_background": "#ffffff",
              "color_error": "#b3261e",
              "color_highlight": "#0f6b5c",
              "color_modal_backdrop": "#1b2624",
              "color_success": "#2e7d32",
              "color_text": "#1b2624",
              "dim_border_radius": "6px",
              "dim_font_size": "15px",
              "dim_spacing_size": "18px",
              "font_family_body": "'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
              "font_family_heading": "'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
            }
            """;

    @Bean
    Brand brand(StrandProperties strand, BrandProperties properties, PortalProperties portal, PlaceProperties place) {
        return new Brand(strand.base(), properties, portal, place);
    }

    @Bean
    ServletRegistrationBean<BrandServlet> brands(Brand brand, FhirContext fhir, Clock clock) {
        return new ServletRegistrationBean<>(new BrandServlet(brand, fhir, clock.instant()), BrandServlet.PATH);
    }

    /** @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART conformance</a> */
    @Bean
    ServletRegistrationBean<OpenDocument> smartConfiguration(
            SmartProperties properties, StrandProperties strand, Brand brand, ObjectMapper json)
            throws JsonProcessingException {
        SmartConfiguration configuration = new SmartConfiguration(
                properties, SupportedScopes.LISTED, brand, AppStateConfiguration.address(strand));
        return OpenDocument.at(
                SMART,
                "application/json",
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(configuration.document()));
    }

    /**
     * The colours of the clinic's own pages, for apps that want to look like them.
     *
     * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#styling">Styling</a>
     */
    @Bean
    ServletRegistrationBean<OpenDocument> smartStyle() {
        return OpenDocument.at(STYLE, "application/json", COLOURS.getBytes(StandardCharsets.UTF_8));
    }
}
