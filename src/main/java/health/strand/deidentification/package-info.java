/** Makes files of pictures anew, so that they say nothing of whose they are, and belong together within one project alone. */
@ApplicationModule(allowedDependencies = {"dicom", "imaging"})
@NullMarked
package health.strand.deidentification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
