package health.strand.visibility;

import health.strand.access.DecidingConsent;
import java.util.Set;

/** Whether rows are there for a reader, and the consents by which that was decided. */
record Decision(boolean permits, Set<DecidingConsent> consents) {

    Decision {
        consents = Set.copyOf(consents);
    }
}
