package health.strand.embedded;

import java.util.HashSet;
import java.util.Set;

/** Registers apps of others at a running realm, made like the clinic's own but for their names. */
public final class OtherApps {

    private final RealmClients clients;
    private final Set<String> added = new HashSet<>();

    public OtherApps(KeycloakSetup setup) {
        this.clients = new RealmClients(setup);
    }

    /** Unless it is there. */
    public synchronized void add(String app) {
        if (added.add(app)) {
            clients.add(app, "strand-app", client -> {});
        }
    }
}
