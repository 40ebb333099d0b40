/** Holds what is in the folder {@code docker} to what it must be, as far as that can be seen without containers. */
@NullMarked
package health.strand.docker;

import org.jspecify.annotations.NullMarked;
