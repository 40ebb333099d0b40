/** Decides what a requester may do and reach; pure rules over plain values. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.strand.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
