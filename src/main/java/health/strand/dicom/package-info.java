/** Reads the headers of DICOM files that anybody may have sent, and tells them as DICOM JSON. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.dicom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
