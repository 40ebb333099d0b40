/** Finds for the desk the patient somebody says they are. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
