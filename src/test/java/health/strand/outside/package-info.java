/** Programs and records that others wrote, run against the server. */
@NullMarked
package health.strand.outside;

import org.jspecify.annotations.NullMarked;
