package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.Lapse;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.Notice;
import health.strand.jurisdiction.NoticeKind;
import health.strand.profiles.TaskKinds;
import health.strand.representation.MandateReader;
import health.strand.representation.Representatives;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells patients for whom others decide, and the privacy officer, that the patient will soon come of age, and that it has
 * come (consent paper, 3.6). What ends then ends by itself; this says so, and writes it into the consents that have ended.
 */
final class ComingOfAge {

    private static final Logger log = LoggerFactory.getLogger(ComingOfAge.class);

    private final DaoRegistry daos;
    private final Visibility visibility;
    private final StoredPeople people;
    private final Representatives representatives;
    private final PrivacyOfficer officer;
    private final SystemAccess system;
    private final MandateReader mandates;
    private final Jurisdiction law;
    private final LapsedConsents lapsed;
    private final Clock clock;

    /** @param clock in the clinic's zone */
    ComingOfAge(
            DaoRegistry daos,
            Visibility visibility,
            StoredPeople people,
            Representatives representatives,
            PrivacyOfficer officer,
            SystemAccess system,
            MandateReader mandates,
            Jurisdiction law,
            Clock clock) {
        this.daos = daos;
        this.visibility = visibility;
        this.people = people;
        this.representatives = representatives;
        this.officer = officer;
        this.system = system;
        this.mandates = mandates;
        this.law = law;
        this.lapsed = new LapsedConsents(daos, visibility, clock);
        this.clock = clock;
    }

    /** Everybody who comes of age before long, or did not long ago; nobody is told twice. */
    void lookAtAll() {
        LocalDate birthday = today().minusYears(law.majority());
        List<PatientId> born = system.because(
                "find the patients who come of age",
                () -> people.bornBetween(
                        birthday.minus(ahead()), birthday.plus(ahead()).plusDays(1)));
        born.forEach(this::lookAt);
    }

    /** What fails for one patient does not keep the others from being told. */
    private void lookAt(PatientId patient) {
        try {
            system.because("tell that a patient comes of age", () -> look(patient));
        } catch (RuntimeException e) {
            // the message may hold content
            log.error(
                    "a patient could not be told of coming of age: {}",
                    e.getClass().getName());
        }
    }

    private boolean look(PatientId patient) {
        Optional<Instant> ofAge = people.patient(patient.value()).map(mandates::ofAge);
        if (ofAge.isEmpty() || !endsAnything(patient, ofAge.get())) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(ofAge.get(), clock.getZone());
        boolean ahead = day.isAfter(today());
        if (day.isAfter(today().plus(ahead()))) {
            return false;
        }
        String kind = ahead ? TaskKinds.MAJORITY_AHEAD : TaskKinds.MAJORITY;
        boolean told = officer.ask(Concern.majority(patient, kind, day.toString()), new SystemRequestDetails());
        if (told) {
            Communication notice = new MajorityNotice(patient, ahead).sent(clock.instant());
            daos.getResourceDao(Communication.class).create(notice, new SystemRequestDetails());
        }
        if (!ahead) {
            lapsed.end(patient, ofAge.get());
        }
        return told;
    }

    private boolean endsAnything(PatientId patient, Instant ofAge) {
        return representatives.anyEndsAt(patient, ofAge)
                || visibility.activeConsents(patient).stream().anyMatch(Lapse::canCome);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Period ahead() {
        return law.notice(NoticeKind.MAJORITY).map(Notice::time).orElse(Period.ZERO);
    }
}
