package health.strand.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small clinic drawn by a seed and loaded through the server: who is who, and the records of a few patients. */
final class ClinicWorld {

    private final List<String> patients = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private final Registry registry;

    private ClinicWorld(Registry registry) {
        this.registry = registry;
    }

    static ClinicWorld load(Loader loader, long seed, int patients) {
        Words words = new Words(new Random(seed));
        ClinicWorld world = new ClinicWorld(Registry.load(loader));
        for (int i = 0; i < patients; i++) {
            world.add(loader, words);
        }
        return world;
    }

    private void add(Loader loader, Words words) {
        Transaction first = new Transaction();
        String patient = first.add(PatientBodies.patient(words));
        first.add(PatientBodies.binary(patient));
        first.add(PatientBodies.binary(patient));
        first.add(PatientBodies.agent(words, patient));
        List<String> stored = List.copyOf(loader.store(first).values());
        String reference = stored.get(0);
        patients.add(reference);
        agents.add(stored.get(3));
        ChartBodies chart = new ChartBodies(words, registry, reference);
        List<String> items = chart.load(loader, stored.subList(1, 3));
        new Changes(words, loader).make(items);
        new Consents(loader, words, registry, reference, items).load();
    }

    /** The patients, in the order they were drawn. */
    List<String> patients() {
        return List.copyOf(patients);
    }

    /**
     * Everybody who asks: the staff, two patients, one of them in an app of somebody else too, somebody who acts for one
     * of them, and a back end.
     */
    List<Requester> requesters() {
        List<Requester> all = new ArrayList<>(registry.staffMembers());
        all.add(Requester.person("patient-0", patients.get(0), TwinServer.APP));
        all.add(Requester.person("patient-1", patients.get(1), "phone"));
        all.add(Requester.person("agent-0", agents.get(0), TwinServer.APP));
        all.add(Requester.system(TwinServer.LOADER));
        return all;
    }
}
