/** Wires the rooms, HAPI and Spring together; holds no rule. */
@ApplicationModule
@NullMarked
package health.strand.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
