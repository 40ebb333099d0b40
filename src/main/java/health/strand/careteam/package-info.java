/** Says who holds which clinic role now. */
@ApplicationModule(allowedDependencies = {"access", "profiles"})
@NullMarked
package health.strand.careteam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
