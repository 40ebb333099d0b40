package health.strand.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole server, written out. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    StorageConfiguration.class,
    FhirConfiguration.class,
    GuardConfiguration.class,
    SecurityConfiguration.class
})
public class ServerConfiguration {}
