/** Measures what consent costs: the same server, asked the same, with the database's policies and without. */
@NullMarked
package health.strand.bench;

import org.jspecify.annotations.NullMarked;
