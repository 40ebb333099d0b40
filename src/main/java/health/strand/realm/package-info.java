/** Describes the Keycloak realm of a clinic: its roles, scopes, log-in flow, user profile and the record's client. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.realm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
