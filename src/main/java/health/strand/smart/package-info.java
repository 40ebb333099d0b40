/** Turns a SMART access token into claims and scopes, and says what an app has to know before it asks for one. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package health.strand.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
