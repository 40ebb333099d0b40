/** Brings a clinic's own Keycloak to what the record needs, and registers apps there. */
@ApplicationModule(allowedDependencies = {"realm", "access"})
@NullMarked
package health.strand.provision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
