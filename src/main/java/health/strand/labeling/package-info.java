/** Says which data class a resource falls in and which patients it is about, when it is written. */
@NullMarked
package health.strand.labeling;

import org.jspecify.annotations.NullMarked;
