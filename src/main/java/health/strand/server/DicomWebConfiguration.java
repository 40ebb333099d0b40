package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import health.strand.audit.AuditTrail;
import health.strand.enforcement.PageEpochs;
import health.strand.enforcement.PageTokens;
import health.strand.server.RecordAsked.Endpoint;
import java.net.URI;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint for viewers and devices that speak DICOMweb. */
@Configuration(proxyBeanMethods = false)
class DicomWebConfiguration {

    /** Where it is, as clients see it. */
    static String address(StrandProperties properties) {
        return URI.create(properties.base()).resolve(DicomWebServlet.PATH).toString();
    }

    @Bean
    ServletRegistrationBean<DicomWebServlet> dicomWebServlet(
            FhirServer server,
            FhirContext context,
            PageTokens pages,
            PageEpochs epochs,
            AuditTrail trail,
            StrandProperties properties) {
        DicomWebServlet servlet = new DicomWebServlet(
                new Endpoint(server, context, pages, epochs),
                new EarlyRefusals(trail),
                address(properties),
                properties.base());
        return new ServletRegistrationBean<>(servlet, DicomWebServlet.PATH + "/*");
    }
}
