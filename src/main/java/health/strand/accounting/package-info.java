/** Writes the accounting of disclosures as a table for a program and as a page for a person. */
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package health.strand.accounting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
