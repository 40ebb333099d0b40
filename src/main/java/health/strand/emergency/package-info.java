/** Keeps who has opened whose record in an emergency, why, for how long, and what the review said. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
