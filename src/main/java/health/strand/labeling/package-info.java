/** Says which data class a resource falls in and which patients it is about, when it is written. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.labeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
