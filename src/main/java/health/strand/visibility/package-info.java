/** Compiles decisions into cells and transaction keys and owns the row-level-security SQL. */
@NullMarked
package health.strand.visibility;

import org.jspecify.annotations.NullMarked;
