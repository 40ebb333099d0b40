/** Applies decisions to requests and responses. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "smart",
            "careteam",
            "consent",
            "imaging",
            "intake",
            "labeling",
            "links",
            "profiles",
            "projection",
            "publication",
            "rights",
            "validation"
        })
@NullMarked
package health.strand.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
