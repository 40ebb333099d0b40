package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.emergency.Emergencies;
import health.strand.emergency.Emergency;
import health.strand.emergency.OpenRecord;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/**
 * Opens records in emergencies, and tells the patient and the privacy officer in the same transaction (consent paper, 3.4).
 */
final class EmergencyRecord {

    private static final Duration DAY = Duration.ofHours(24);
    private static final int USUAL_IN_A_DAY = 3;
    /** Patients whose records make people curious: v3-ActCode. */
    private static final Set<String> CONSPICUOUS = Set.of("VIP", "CEL", "EMP");

    private final DaoRegistry daos;
    private final Emergencies emergencies;
    private final StoredPeople people;
    private final Visibility visibility;
    private final SystemAccess system;
    private final Clock clock;

    EmergencyRecord(
            DaoRegistry daos,
            Emergencies emergencies,
            StoredPeople people,
            Visibility visibility,
            SystemAccess system,
            Clock clock) {
        this.daos = daos;
        this.emergencies = emergencies;
        this.people = people;
        this.visibility = visibility;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Empty when there is no such patient, or none that would be there for the person in an emergency, or the person has
     * opened a record without need before.
     */
    Optional<OpenRecord> open(String practitioner, String patient, EmergencyAsked asked) {
        return system.orNothing(
                "open a record in an emergency",
                () -> people.patient(patient)
                        .filter(known -> !emergencies.isSuspended(practitioner))
                        .flatMap(known -> open(practitioner, known, asked)));
    }

    private Optional<OpenRecord> open(String practitioner, Patient known, EmergencyAsked asked) {
        PatientId patient = new PatientId(known.getIdElement().getIdPart());
        // until it is committed nobody else changes what is decided by about the patient
        visibility.writeAlone(patient);
        Optional<OpenRecord> already = emergencies.open(practitioner, patient);
        if (already.isPresent()) {
            return already;
        }
        Emergency opened = emergencies.open(practitioner, patient, asked.reason(), asked.explanation());
        if (!visibility.opens(patient, practitioner)) {
            // the patient is not there for them in an emergency either, and so never was
            return Optional.empty();
        }
        daos.getResourceDao(Communication.class).create(EmergencyNotice.opened(opened), new SystemRequestDetails());
        daos.getResourceDao(Task.class)
                .create(EmergencyReview.task(opened, priority(practitioner, known)), new SystemRequestDetails());
        return Optional.of(opened.record());
    }

    private TaskPriority priority(String practitioner, Patient patient) {
        boolean conspicuous = patient.getMeta().getSecurity().stream()
                .anyMatch(label -> label.hasCode() && CONSPICUOUS.contains(label.getCode()));
        boolean often = emergencies.openedWithin(DAY, practitioner) > USUAL_IN_A_DAY;
        return conspicuous || often ? TaskPriority.STAT : TaskPriority.URGENT;
    }

    /** Keeps what the review of an open or former emergency says; empty when the task is none of such a review. */
    Optional<Task> review(String id, boolean justified) {
        return system.because("keep the review of an emergency", () -> {
            Task task = daos.getResourceDao(Task.class).read(new IdType("Task", id), new SystemRequestDetails());
            return EmergencyReview.of(task)
                    .filter(emergency -> emergencies.review(emergency, justified))
                    .map(emergency -> reviewed(task, justified));
        });
    }

    private Task reviewed(Task task, boolean justified) {
        PatientId patient = new PatientId(task.getFor().getReferenceElement().getIdPart());
        visibility.decideAnew(patient);
        EmergencyReview.end(task, justified, clock.instant());
        daos.getResourceDao(Task.class).update(task, new SystemRequestDetails());
        daos.getResourceDao(Communication.class)
                .create(EmergencyNotice.reviewed(patient, task, justified), new SystemRequestDetails());
        return task;
    }
}
