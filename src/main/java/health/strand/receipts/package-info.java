/** Signs receipts, and keeps and publishes the keys by which they are verified. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
