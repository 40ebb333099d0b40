/** Names our codes, systems and profiles. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
