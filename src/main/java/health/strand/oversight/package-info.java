/** Keeps about whom the privacy officer has a case open, and until when. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
