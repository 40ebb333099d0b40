/** Holds what is written against the standard and against our profiles. */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package health.strand.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
