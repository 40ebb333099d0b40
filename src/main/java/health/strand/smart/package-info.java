/** Turns a SMART access token into claims and scopes and serves `.well-known/smart-configuration`. */
@NullMarked
package health.strand.smart;

import org.jspecify.annotations.NullMarked;
