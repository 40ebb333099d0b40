/** Says who may act for a patient, and when. */
@ApplicationModule(allowedDependencies = {"access", "consent"})
@NullMarked
package health.strand.representation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
