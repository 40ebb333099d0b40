/** Keeps the trail of who was shown or did what, chained so that a change to it shows. */
@ApplicationModule(allowedDependencies = {"access", "profiles"})
@NullMarked
package health.strand.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
