/** Compiles decisions into cells and transaction keys and owns the row-level-security SQL. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "careteam",
            "consent",
            "emergency",
            "oversight",
            "explanation",
            "labeling",
            "profiles",
            "projection",
            "representation",
            "vault"
        })
@NullMarked
package health.strand.visibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
