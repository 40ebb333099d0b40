/** Keeps bodies and files under keys of the patients they are about; the only room that knows how things are encrypted. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
