/** Speaks DICOMweb over what one requester may read and write of the record; decides nothing. */
@ApplicationModule(allowedDependencies = {"dicom", "imaging", "profiles"})
@NullMarked
package health.strand.dicomweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
