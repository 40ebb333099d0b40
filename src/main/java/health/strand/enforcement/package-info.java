/** Applies decisions to requests and responses. */
@NullMarked
package health.strand.enforcement;

import org.jspecify.annotations.NullMarked;
