/** Takes what is not there for somebody out of a resource, and puts it back where they write over it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
