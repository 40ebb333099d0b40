package health.strand.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;

/** Counts what is stored and remembers who the personas became; used by all connections. */
final class LoadTally {

    private final long begin = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, AccountLink> accounts = new HashMap<>();
    private final int patients;
    private final Consumer<LoadProgress> progress;
    private int done;
    private long resources;

    LoadTally(int patients, Consumer<LoadProgress> progress) {
        this.patients = patients;
        this.progress = progress;
    }

    /** The number of the next patient nobody has taken yet. */
    int next() {
        return next.getAndIncrement();
    }

    /** Leaves nothing for the other connections to take: one refusal ends the load. */
    void stop() {
        next.set(patients);
    }

    synchronized void registryStored(int count, Registry registry) {
        resources += count;
        for (Staff staff : Staff.values()) {
            accounts.put(staff.key, new AccountLink(registry.reference(staff.key), null));
        }
        report();
    }

    synchronized void patientStored(PatientTransaction patient, List<String> stored) {
        done++;
        resources += stored.size();
        Map<String, String> byFullUrl = new HashMap<>();
        List<Bundle.BundleEntryComponent> entries = patient.bundle().getEntry();
        for (int i = 0; i < entries.size(); i++) {
            byFullUrl.put(entries.get(i).getFullUrl(), stored.get(i));
        }
        String patientId = byFullUrl.getOrDefault(patient.patient(), "").replace("Patient/", "");
        patient.accounts()
                .forEach((name, fullUrl) ->
                        accounts.put(name, new AccountLink(byFullUrl.getOrDefault(fullUrl, ""), patientId)));
        report();
    }

    private void report() {
        progress.accept(new LoadProgress(done, patients, resources, seconds()));
    }

    synchronized LoadResult result() {
        accounts.keySet().retainAll(Personas.ALL.stream().map(Persona::name).toList());
        return new LoadResult(resources, seconds(), Map.copyOf(accounts));
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
