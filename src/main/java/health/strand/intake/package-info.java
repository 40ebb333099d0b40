/** Holds that a stored picture is what it says it is, whole, and tells nothing of who or where beside what it shows. */
@ApplicationModule(allowedDependencies = {"dicom", "imaging", "profiles", "validation", "vault"})
@NullMarked
package health.strand.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
