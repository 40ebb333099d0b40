package health.strand.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;

/** Loads an invented clinic through the public FHIR API, as any other client would. */
public final class ClinicLoader {

    /** Enough to keep a small server busy while the next patient is being drawn. */
    private static final int CONNECTIONS = 3;

    private final TransactionEndpoint endpoint;
    private final Consumer<LoadProgress> progress;

    /**
     * A loader for one server.
     *
     * @param fhirBase where transactions are posted to
     * @param token gives a bearer token; asked again when the server no longer takes the last one
     * @param progress told after each patient, never by two threads at once
     */
    public ClinicLoader(URI fhirBase, Supplier<String> token, Consumer<LoadProgress> progress) {
        this.endpoint = new TransactionEndpoint(fhirBase, token);
        this.progress = progress;
    }

    /**
     * Stores the whole clinic, once. Loading again would store everybody a second time.
     *
     * @throws LoadFailed when the server refuses a transaction; what was stored before stays
     */
    public LoadResult load(SyntheticClinic clinic) throws InterruptedException {
        LoadTally tally = new LoadTally(clinic.patients(), progress);
        Bundle sent = clinic.registry();
        Registry registry = Registry.of(sent, endpoint.post(sent));
        tally.registryStored(sent.getEntry().size(), registry);
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(connections.submit(() -> storePatients(clinic, registry, tally)));
            }
            for (Future<?> connection : running) {
                join(connection);
            }
        } finally {
            connections.shutdownNow();
        }
        return tally.result();
    }

    private Void storePatients(SyntheticClinic clinic, Registry registry, LoadTally tally) throws InterruptedException {
        try {
            for (int number = tally.next(); number < clinic.patients(); number = tally.next()) {
                PatientTransaction patient = clinic.patient(number, registry);
                tally.patientStored(patient, endpoint.post(patient.bundle()));
            }
        } catch (LoadFailed failed) {
            tally.stop();
            throw failed;
        }
        return null;
    }

    private static void join(Future<?> connection) throws InterruptedException {
        try {
            connection.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadFailed failed) {
                throw failed;
            }
            throw new LoadFailed("loading stopped: " + e.getCause(), e);
        }
    }
}
