/** Lays measurements of one patch of scalp beside each other, with how far each can be trusted, and says no verdict. */
@ApplicationModule(allowedDependencies = {"page", "profiles"})
@NullMarked
package health.strand.progression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
