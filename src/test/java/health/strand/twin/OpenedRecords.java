package health.strand.twin;

import health.strand.access.PatientId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Records that somebody has opened in both worlds.
 *
 * @param opened the patients, by who opened their records, such as {@code Practitioner/x}
 */
record OpenedRecords(Map<String, Set<PatientId>> opened) {

    OpenedRecords {
        opened = Map.copyOf(opened);
    }

    /** Opens the records of these patients in an emergency. */
    static OpenedRecords inEmergency(FhirClient client, String person, Collection<String> patients) {
        return open(client, person, patients, "$break-glass", "unresponsive-patient");
    }

    /** Opens a case about these patients. */
    static OpenedRecords inCase(FhirClient client, String officer, Collection<String> patients) {
        return open(client, officer, patients, "$open-case", "complaint");
    }

    private static OpenedRecords open(
            FhirClient client, String person, Collection<String> patients, String operation, String reason) {
        Set<PatientId> open = new HashSet<>();
        for (String patient : patients) {
            Answer answer = client.ask(Ask.post(patient + "/" + operation, asked(reason)));
            if (answer.status() != 200) {
                throw new IllegalStateException(operation + ": " + answer.status() + " " + answer.body());
            }
            open.add(new PatientId(patient.substring(patient.indexOf('/') + 1)));
        }
        return new OpenedRecords(Map.of(person, open));
    }

    private static String asked(String reason) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"reason\",\"valueCode\":\"" + reason
                + "\"},{\"name\":\"explanation\",\"valueString\":\"found on the stairs and does not answer\"}]}";
    }

    Set<PatientId> of(String person) {
        return opened.getOrDefault(person, Set.of());
    }
}
