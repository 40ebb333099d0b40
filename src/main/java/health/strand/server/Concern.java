package health.strand.server;

import health.strand.access.PatientId;
import health.strand.profiles.TaskKinds;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;

/**
 * Something the server has found and cannot settle.
 *
 * @param key the same for the same finding, whoever finds it
 * @param kind a code of {@link TaskKinds}
 * @param consents references of those it is about
 */
record Concern(String key, PatientId patient, String kind, List<String> consents) {

    Concern {
        consents = List.copyOf(consents);
    }

    /** Several active consents on one topic. */
    static Concern conflict(PatientId patient, List<Consent> consents) {
        List<String> references = consents.stream().map(Concern::reference).toList();
        String key = references.stream().collect(Collectors.joining("+", "conflict/", ""));
        return new Concern(key, patient, TaskKinds.CONSENT_CONFLICT, references);
    }

    /** An active consent that cannot be evaluated. */
    static Concern unreadable(PatientId patient, Consent consent) {
        String reference = reference(consent);
        return new Concern("unreadable/" + reference, patient, TaskKinds.CONSENT_UNREADABLE, List.of(reference));
    }

    /** A patient comes of age, or has done so. */
    static Concern majority(PatientId patient, String kind, String day) {
        return new Concern(kind + "/" + patient + "/" + day, patient, kind, List.of());
    }

    private static String reference(Consent consent) {
        return "Consent/" + consent.getIdElement().getIdPart();
    }
}
