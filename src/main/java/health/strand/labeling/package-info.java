/** Says which data class a resource falls in, which patients it is about and what labels it bears, when it is written. */
@ApplicationModule(allowedDependencies = {"access", "profiles"})
@NullMarked
package health.strand.labeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
