/** Wires the rooms, HAPI and Spring together; holds no rule. */
@NullMarked
package health.strand.server;

import org.jspecify.annotations.NullMarked;
