/** Turns a SMART access token into claims and scopes and serves `.well-known/smart-configuration`. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
