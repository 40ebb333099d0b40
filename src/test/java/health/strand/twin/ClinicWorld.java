package health.strand.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small clinic drawn by a seed and loaded through the server: who is who, and the records of a few patients. */
final class ClinicWorld {

    private final List<String> patients = new ArrayList<>();
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
        Map<String, String> stored = loader.store(first);
        String reference = List.copyOf(stored.values()).get(0);
        patients.add(reference);
        ChartBodies chart = new ChartBodies(words, registry, reference);
        List<String> binaries = List.copyOf(stored.values()).subList(1, 3);
        List<String> items = chart.load(loader, binaries);
        new Changes(words, loader).make(items);
        new Consents(loader, words, registry, reference, items).load();
    }

    /** Everybody who asks: the staff, two patients, one of them in an app of somebody else too, and a back end. */
    List<Requester> requesters() {
        List<Requester> all = new ArrayList<>();
        Registry.STAFF.forEach(
                (name, role) -> all.add(new Requester(name, registry.reference(name), role, TwinServer.APP)));
        all.add(new Requester("patient-0", patients.get(0), "", TwinServer.APP));
        all.add(new Requester("patient-1", patients.get(1), "", "phone"));
        all.add(Requester.system(TwinServer.LOADER));
        return all;
    }
}
