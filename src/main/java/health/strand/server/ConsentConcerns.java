package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.Conflicts;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;

/**
 * Looks for active consents that contradict each other or cannot be read, when one is written and once a day: some were
 * stored before this version, or past the door.
 */
final class ConsentConcerns {

    private static final int AT_ONCE = 500;

    private final Visibility visibility;
    private final PrivacyOfficer officer;
    private final SystemAccess system;

    ConsentConcerns(Visibility visibility, PrivacyOfficer officer, SystemAccess system) {
        this.visibility = visibility;
        this.officer = officer;
        this.system = system;
    }

    /** Within the transaction that writes a consent, which is not among those that are kept as active yet. */
    void look(Consent written, RequestDetails request) {
        IdType patient = new IdType(written.getPatient().getReference());
        if (!patient.hasIdPart() || !PatientId.isValid(patient.getIdPart())) {
            return;
        }
        PatientId whose = new PatientId(patient.getIdPart());
        List<Consent> active = new ArrayList<>(visibility.activeConsents(whose));
        active.removeIf(each ->
                each.getIdElement().getIdPart().equals(written.getIdElement().getIdPart()));
        if (written.getStatus() == ConsentState.ACTIVE) {
            active.add(written);
        }
        concerns(whose, active).forEach(each -> officer.ask(each, request));
    }

    /** All that are kept. Those of a patient are looked at again where nobody changes them meanwhile. */
    void lookAtAll() {
        String last = "";
        while (true) {
            String after = last;
            SortedMap<String, List<Consent>> some = system.because(
                    "look for consents that cannot stand", () -> visibility.nextConsents(after, AT_ONCE));
            if (some.isEmpty()) {
                return;
            }
            some.forEach((patient, consents) -> {
                if (!concerns(new PatientId(patient), consents).isEmpty()) {
                    ask(new PatientId(patient));
                }
            });
            last = some.lastKey();
        }
    }

    private void ask(PatientId patient) {
        system.because("tell of consents that cannot stand", () -> {
            concerns(patient, visibility.activeConsents(patient))
                    .forEach(each -> officer.ask(each, new SystemRequestDetails()));
            return true;
        });
    }

    private List<Concern> concerns(PatientId patient, List<Consent> active) {
        List<Concern> found = new ArrayList<>();
        Conflicts.among(active).forEach(each -> found.add(Concern.conflict(patient, each)));
        visibility.unreadable(active).forEach(each -> found.add(Concern.unreadable(patient, each)));
        return found;
    }
}
