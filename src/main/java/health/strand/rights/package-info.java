/** Says by when what patients ask for about their record must be answered. */
@ApplicationModule(allowedDependencies = {"consent", "jurisdiction", "profiles", "validation"})
@NullMarked
package health.strand.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
