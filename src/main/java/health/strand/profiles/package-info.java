/** Names our codes, systems and profiles. */
@NullMarked
package health.strand.profiles;

import org.jspecify.annotations.NullMarked;
