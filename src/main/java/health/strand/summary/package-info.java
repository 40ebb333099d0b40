/** Puts together the five questions a patient asks, from what the server measures. */
@ApplicationModule(allowedDependencies = {"access", "audit", "jurisdiction", "page", "vault", "visibility"})
@NullMarked
package health.strand.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
