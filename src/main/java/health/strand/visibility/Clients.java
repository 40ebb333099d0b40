package health.strand.visibility;

import health.strand.access.ClientRole;
import java.util.Map;

/**
 * The apps and systems the clinic knows, and on whose behalf each works. A consent may name one it does not know; about
 * that one it is decided all the same.
 */
public final class Clients {

    private final Map<String, ClientRole> configured;

    /** @param configured on whose behalf apps work; one that is not named works for whoever uses it */
    public Clients(Map<String, ClientRole> configured) {
        this.configured = Map.copyOf(configured);
    }

    /** On whose behalf an app works for a patient who uses it, or for the system it is. */
    public ClientRole role(String client) {
        return configured.getOrDefault(client, ClientRole.PATIENT_APP);
    }

    Map<String, ClientRole> all() {
        return configured;
    }
}
