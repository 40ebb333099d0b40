package health.strand.server;

import health.strand.access.AccessPolicy;
import health.strand.audit.AuditTrail;
import health.strand.smart.SecurityEvents;
import health.strand.smart.SmartProperties;
import health.strand.visibility.VisibleReferences;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the authorization server and this one tell each other that access has ended. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    EndedAccess endedAccess(DataSource requests) {
        return new EndedAccess(requests);
    }

    @Bean
    ServletRegistrationBean<SecurityEventServlet> securityEvents(
            SmartProperties properties, EndedAccess ended, AuditTrail trail, Clock clock) {
        return new ServletRegistrationBean<>(
                new SecurityEventServlet(
                        new SecurityEvents(properties, clock),
                        ended,
                        new SignInRecord(trail, properties.issuer().toString())),
                SecurityEventServlet.PATH);
    }

    @Bean
    ServletRegistrationBean<AccessServlet> access(VisibleReferences visible) {
        return new ServletRegistrationBean<>(new AccessServlet(new AccessPolicy(), visible), AccessServlet.PATH);
    }
}
