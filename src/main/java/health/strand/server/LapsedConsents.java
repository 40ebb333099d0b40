package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.ClinicTime;
import health.strand.consent.Lapse;
import health.strand.enforcement.KeptReferences;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.time.Instant;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;

/**
 * Sets inactive what others decided for a patient who has come of age and no treatment hangs on. Decisions have not gone by it
 * since that moment; this is for whoever reads it.
 */
final class LapsedConsents {

    private static final String LAPSING = LapsedConsents.class.getName();

    private final DaoRegistry daos;
    private final Visibility visibility;
    private final ClinicTime time;
    private final Clock clock;

    /** @param clock in the clinic's zone */
    LapsedConsents(DaoRegistry daos, Visibility visibility, Clock clock) {
        this.daos = daos;
        this.visibility = visibility;
        this.time = new ClinicTime(clock.getZone());
        this.clock = clock;
    }

    /** Within a transaction that sees the patient's consents. */
    void end(PatientId patient, Instant ofAge) {
        visibility.activeConsents(patient).stream()
                .filter(each -> Lapse.hasCome(each, ofAge, time, clock.instant()))
                .forEach(this::end);
    }

    /** Whether a consent is just being ended so. */
    static boolean isLapsing(Consent consent) {
        return consent.getUserData(LAPSING) != null;
    }

    private void end(Consent lapsed) {
        IFhirResourceDao<Consent> consents = daos.getResourceDao(Consent.class);
        Consent old = consents.read(lapsed.getIdElement().toUnqualifiedVersionless(), new SystemRequestDetails());
        old.setUserData(LAPSING, true);
        KeptReferences.whole(old);
        consents.update(old.setStatus(ConsentState.INACTIVE), new SystemRequestDetails());
    }
}
