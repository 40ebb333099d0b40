/** Keeps what apps store for themselves, each app's apart from the record and from every other app's. */
@ApplicationModule(allowedDependencies = {"access", "visibility"})
@NullMarked
package health.strand.appstate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
