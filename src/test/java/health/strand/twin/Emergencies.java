package health.strand.twin;

import health.strand.access.PatientId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Records that are open in an emergency in both worlds.
 *
 * @param opened the patients, by who opened their records, such as {@code Practitioner/x}
 */
record Emergencies(Map<String, Set<PatientId>> opened) {

    private static final String ASKED =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"reason\",\"valueCode\":\"unresponsive-patient\"},"
                    + "{\"name\":\"explanation\",\"valueString\":\"found on the stairs and does not answer\"}]}";

    Emergencies {
        opened = Map.copyOf(opened);
    }

    /** Opens the records of these patients. */
    static Emergencies open(FhirClient client, String person, Collection<String> patients) {
        Set<PatientId> open = new HashSet<>();
        for (String patient : patients) {
            Answer answer = client.ask(Ask.post(patient + "/$break-glass", ASKED));
            if (answer.status() != 200) {
                throw new IllegalStateException("no emergency: " + answer.status() + " " + answer.body());
            }
            open.add(new PatientId(patient.substring(patient.indexOf('/') + 1)));
        }
        return new Emergencies(Map.of(person, open));
    }

    Set<PatientId> of(String person) {
        return opened.getOrDefault(person, Set.of());
    }
}
