package health.strand.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who works in the clinic of the twin worlds, by name. */
final class Registry {

    /** Who treats nobody, and opens records in an emergency. */
    static final String OPENER = "brit";

    /** Who has cases open. */
    static final String OFFICER = "dara";

    /** Name to roles, with commas between. */
    private static final Map<String, String> STAFF = staff();

    /** Who names a purpose, having roles for several. */
    private static final Map<String, String> PURPOSES = Map.of("una", "HPAYMT");

    /** Who signs in with a password and nothing else. */
    private static final Set<String> BY_PASSWORD = Set.of("wes");

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
        STAFF.forEach((name, roles) -> {
            String practitioner = bundle.add("{'resourceType':'Practitioner','name':[{'family':'" + name + "'}]}");
            for (String role : roles.split(",", -1)) {
                bundle.add(role(practitioner, "external-clinician".equals(role) ? other : clinic, role));
            }
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

    private static String role(String practitioner, String employer, String role) {
        return ("{'resourceType':'PractitionerRole','active':true,'period':{'start':'2020-01-01'},"
                        + "'practitioner':{'reference':'%s'},'organization':{'reference':'%s'},'code':[{'coding':"
                        + "[{'system':'https://strand.health/fhir/CodeSystem/clinic-role','code':'%s'}]}]}")
                .formatted(practitioner, employer, role);
    }

    /** Everybody who works there, in the clinic's own app. */
    List<Requester> staffMembers() {
        List<Requester> all = new ArrayList<>();
        STAFF.forEach((name, roles) -> all.add(new Requester(
                name,
                reference(name),
                roles,
                PURPOSES.getOrDefault(name, ""),
                TwinServer.APP,
                !BY_PASSWORD.contains(name))));
        return all;
    }

    /** {@code Type/id} of somebody. */
    String reference(String name) {
        return java.util.Objects.requireNonNull(references.get(name));
    }

    private static Map<String, String> staff() {
        Map<String, String> staff = new LinkedHashMap<>();
        // first, because what they have opened is over after an hour
        staff.put(OPENER, "dermatologist");
        staff.put("sora", "surgeon");
        staff.put("wes", "surgeon");
        staff.put("ito", "dermatologist");
        staff.put("nia", "nurse");
        staff.put("rex", "reception");
        staff.put("bo", "billing");
        staff.put("mia", "marketing");
        staff.put(OFFICER, "privacy-officer");
        staff.put("lena", "laboratory");
        staff.put("eve", "external-clinician");
        staff.put("duo", "nurse,laboratory");
        staff.put("una", "reception,billing");
        return staff;
    }
}
