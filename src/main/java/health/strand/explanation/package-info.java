/** Says why the engine decided as it did, and what would have it decide otherwise. */
@ApplicationModule(allowedDependencies = {"access", "page"})
@NullMarked
package health.strand.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
