/** Runs real PostgreSQL and real Keycloak as child processes on loopback for the demo and the tests. */
@ApplicationModule(allowedDependencies = {"realm"})
@NullMarked
package health.strand.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
