package health.strand.server;

import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The servlet container's own answers, made ours. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outcomes() {
        return factory -> factory.addContextCustomizers(ContainerConfiguration::answerWithOutcomes);
    }

    private static void answerWithOutcomes(Context context) {
        Pipeline pipeline = context.getParent().getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new OutcomeValve());
        // or the host adds its own beside ours
        ((StandardHost) context.getParent()).setErrorReportValveClass(OutcomeValve.class.getName());
    }
}
