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

    /** A program that logs in as itself, unless it is there. */
    public synchronized ClientLogin addAlone(String program) {
        if (added.add(program)) {
            clients.add(program, "strand-loader", client -> client.put("secret", program));
        }
        return new ClientLogin(program, program);
    }

    /** Unless it is there. */
    public synchronized void add(String app) {
        if (added.add(app)) {
            clients.add(app, "strand-app", client -> {});
        }
    }
}
