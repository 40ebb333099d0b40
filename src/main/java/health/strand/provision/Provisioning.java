package health.strand.provision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings a realm to what is wanted: creates what is missing, changes what differs, deletes nothing. */
final class Provisioning {

    /** Four hundred scopes one after the other take long. */
    private static final int AT_ONCE = 4;

    private final Administration keycloak;
    private final ObjectNode wanted;
    private final boolean dryRun;
    private final Report report;

    Provisioning(Administration keycloak, ObjectNode wanted, boolean dryRun, Report report) {
        this.keycloak = keycloak;
        this.wanted = wanted;
        this.dryRun = dryRun;
        this.report = report;
    }

    /** Scopes name roles by their ids, so realm and roles come first, and are looked at again if they were made. */
    void run() {
        RealmSettings settings = new RealmSettings(wanted);
        RealmRoles roles = new RealmRoles(wanted);
        RealmState now = RealmState.read(keycloak, wanted);
        now = mend(settings.differences(now), now);
        now = mend(roles.differences(now), now);
        atOnce(new ClientScopes(wanted).differences(now));
        List<Difference> rest = new ArrayList<>(roles.ofEverybody(now));
        rest.addAll(new LoginFlows(wanted).differences(now));
        rest.addAll(settings.binding(now));
        rest.addAll(new UserProfile(wanted).differences(now));
        rest.addAll(new RecordClient(wanted).differences(now));
        rest.forEach(this::mend);
    }

    private RealmState mend(List<Difference> differences, RealmState now) {
        differences.forEach(this::mend);
        if (differences.isEmpty() || dryRun) {
            return now;
        }
        keycloak.renewToken();
        return RealmState.read(keycloak, wanted);
    }

    private void mend(Difference difference) {
        if (!dryRun) {
            difference.mending().forEach(change -> keycloak.send(difference.purpose(), change));
        }
        report.tell(difference);
    }

    private void atOnce(List<Difference> differences) {
        ExecutorService threads = Executors.newFixedThreadPool(dryRun ? 1 : AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            differences.forEach(each -> all.add(threads.submit(() -> mend(each))));
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProvisionFailed failed
                    ? failed
                    : new ProvisionFailed("interrupted: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionFailed("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
