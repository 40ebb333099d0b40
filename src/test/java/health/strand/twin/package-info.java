/** Proves that what a requester may not see changes no answer: the same server asked on two databases, or a foreign one before and after. */
@NullMarked
package health.strand.twin;

import org.jspecify.annotations.NullMarked;
