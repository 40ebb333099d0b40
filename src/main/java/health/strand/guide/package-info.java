/** Makes the pages of the implementation guide when the server is built. */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package health.strand.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
