package health.strand.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who works in the clinic of the twin worlds, by name. */
final class Registry {

    /** Name to role. */
    static final Map<String, String> STAFF = staff();

    private final Map<String, String> references;

    private Registry(Map<String, String> references) {
        this.references = references;
    }

    static Registry load(Loader loader) {
        Transaction bundle = new Transaction();
        String clinic = bundle.add("{'resourceType':'Organization','name':'The clinic'}");
        String other = bundle.add("{'resourceType':'Organization','name':'Another practice'}");
        List<String> names = new ArrayList<>(List.of("clinic", "other"));
        List<String> all = new ArrayList<>(List.of(clinic, other));
        STAFF.forEach((name, role) -> {
            String practitioner = bundle.add("{'resourceType':'Practitioner','name':[{'family':'" + name + "'}]}");
            String employer = "external-clinician".equals(role) ? other : clinic;
            bundle.add(
                    ("{'resourceType':'PractitionerRole','active':true,'period':{'start':'2020-01-01'},'practitioner':{'reference':'%s'},"
                                    + "'organization':{'reference':'%s'},'code':[{'coding':[{'system':"
                                    + "'https://strand.health/fhir/CodeSystem/clinic-role','code':'%s'}]}]}")
                            .formatted(practitioner, employer, role));
            names.add(name);
            all.add(practitioner);
        });
        Map<String, String> stored = loader.store(bundle);
        Map<String, String> references = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            references.put(names.get(i), java.util.Objects.requireNonNull(stored.get(all.get(i))));
        }
        return new Registry(references);
    }

    /** {@code Type/id} of somebody. */
    String reference(String name) {
        return java.util.Objects.requireNonNull(references.get(name));
    }

    private static Map<String, String> staff() {
        Map<String, String> staff = new LinkedHashMap<>();
        staff.put("sora", "surgeon");
        staff.put("ito", "dermatologist");
        staff.put("nia", "nurse");
        staff.put("rex", "reception");
        staff.put("bo", "billing");
        staff.put("mia", "marketing");
        staff.put("dara", "privacy-officer");
        staff.put("lena", "laboratory");
        staff.put("eve", "external-clinician");
        return staff;
    }
}
