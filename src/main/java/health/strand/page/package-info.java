/** Writes pages for people: escaped, in two languages, and allowed to do nothing but show themselves. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
