package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import health.strand.appstate.AppStateForm;
import health.strand.appstate.AppStates;
import health.strand.appstate.SubjectAddress;
import health.strand.enforcement.AppStateGate;
import health.strand.enforcement.ErrorAnswers;
import health.strand.enforcement.ReadableBody;
import health.strand.smart.SmartProperties;
import health.strand.visibility.DecidedTransactions;
import java.net.URI;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The endpoint at which apps keep their state, beside the record and apart from it. */
@Configuration(proxyBeanMethods = false)
class AppStateConfiguration {

    static final String PATH = "/app-state";

    /** Where it is, as clients see it. */
    static String address(StrandProperties properties) {
        return URI.create(properties.base()).resolve(PATH).toString();
    }

    @Bean
    AppStates appStates(DataSource requests, PlatformTransactionManager transactions) {
        return new AppStates(requests, new DecidedTransactions(transactions));
    }

    @Bean
    AppStateServer appStateServer(
            FhirContext context, AppStates states, SmartProperties smart, StrandProperties properties) {
        SubjectAddress subjects = new SubjectAddress(properties.base());
        AppStateServer server = new AppStateServer(context, address(properties));
        server.registerProvider(
                new AppStateProvider(new AppStateGate(), states, new AppStateForm(context, subjects), subjects));
        server.registerInterceptor(new ReadableBody());
        server.registerInterceptor(ErrorAnswers.besideTheRecord());
        server.setServerConformanceProvider(
                new AppStateCapabilities(server, smart, String.valueOf(properties.version())));
        return server;
    }

    @Bean
    ServletRegistrationBean<AppStateServer> appStateServlet(AppStateServer server) {
        ServletRegistrationBean<AppStateServer> servlet = new ServletRegistrationBean<>(server, PATH + "/*");
        servlet.setLoadOnStartup(2);
        return servlet;
    }
}
