/** Reads what a consent says, and what a resource is, into the values that decisions are taken on. */
@ApplicationModule(allowedDependencies = {"access", "profiles"})
@NullMarked
package health.strand.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
