package health.strand.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the server is reached.
 *
 * @param version of this build
 * @param fhirBase address of the FHIR endpoint as clients see it; also the audience of access tokens
 */
@ConfigurationProperties("strand")
record StrandProperties(@Nullable String fhirBase, @Nullable String version) {

    String base() {
        return DatabaseProperties.required(fhirBase, "strand.fhir-base");
    }
}
