/** Seals what an address stands for, so that nobody can read or change it, and shows it opened to the FHIR endpoint. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
