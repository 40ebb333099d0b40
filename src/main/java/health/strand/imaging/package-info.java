/** Reads pictures that anybody may have sent, and makes smaller ones of them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.imaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
