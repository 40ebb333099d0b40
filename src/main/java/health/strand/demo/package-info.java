/** Writes the synthetic clinic and loads it through the public FHIR API. */
@ApplicationModule(allowedDependencies = {"profiles", "embedded"})
@NullMarked
package health.strand.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
