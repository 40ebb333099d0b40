/** Says which pictures a patient lets be published, and makes copies of them that hold pixels and nothing else. */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package health.strand.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
