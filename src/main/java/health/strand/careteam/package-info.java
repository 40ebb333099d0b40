/** Says who holds which clinic role now. */
@NullMarked
package health.strand.careteam;

import org.jspecify.annotations.NullMarked;
