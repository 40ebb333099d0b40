/** Says what the law of a clinic's country asks of its record, and what of that somebody has looked up. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
