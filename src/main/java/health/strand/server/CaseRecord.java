package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.oversight.CaseReason;
import health.strand.oversight.PrivacyCase;
import health.strand.oversight.PrivacyCases;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Opens and closes cases; the patient is told in the same transaction. */
final class CaseRecord {

    private final DaoRegistry daos;
    private final PrivacyCases cases;
    private final StoredPeople people;
    private final Visibility visibility;
    private final SystemAccess system;
    private final Clock clock;

    CaseRecord(
            DaoRegistry daos,
            PrivacyCases cases,
            StoredPeople people,
            Visibility visibility,
            SystemAccess system,
            Clock clock) {
        this.daos = daos;
        this.cases = cases;
        this.people = people;
        this.visibility = visibility;
        this.system = system;
        this.clock = clock;
    }

    /** The Task of the case; empty when there is no such patient. */
    Optional<Task> open(String officer, String patient, CaseReason reason, String explanation) {
        return system.because(
                "open a case",
                () -> people.patient(patient)
                        .map(known -> new PatientId(known.getIdElement().getIdPart()))
                        .map(known -> open(officer, known, reason, explanation)));
    }

    private Task open(String officer, PatientId patient, CaseReason reason, String explanation) {
        // until it is committed nobody else changes what is decided by about the patient
        visibility.writeAlone(patient);
        Optional<PrivacyCase> already = cases.open(officer, patient);
        if (already.isPresent()) {
            return tasks().read(new IdType("Task", already.get().id().toString()), new SystemRequestDetails());
        }
        PrivacyCase opened = cases.begin(officer, patient);
        visibility.decideAnew(patient);
        Task task = (Task) tasks().update(CaseTask.of(opened, reason, explanation), new SystemRequestDetails())
                .getResource();
        daos.getResourceDao(Communication.class)
                .create(CaseNotice.opened(opened, task, reason), new SystemRequestDetails());
        return task;
    }

    /** Empty when the Task is none of a case, whatever it says of itself. */
    Optional<Task> close(String id) {
        return system.because("close a case", () -> {
            Task task = tasks().read(new IdType("Task", id), new SystemRequestDetails());
            return CaseTask.caseOf(task).flatMap(found -> closed(found, task));
        });
    }

    private Optional<Task> closed(UUID found, Task task) {
        if (task.getStatus() == TaskStatus.COMPLETED) {
            return Optional.of(task);
        }
        return cases.close(found).map(closed -> told(closed.patient(), task));
    }

    private Task told(PatientId patient, Task task) {
        visibility.writeAlone(patient);
        visibility.decideAnew(patient);
        CaseTask.end(task, clock.instant());
        daos.getResourceDao(Communication.class).create(CaseNotice.closed(patient, task), new SystemRequestDetails());
        return (Task) tasks().update(task, new SystemRequestDetails()).getResource();
    }

    private IFhirResourceDao<Task> tasks() {
        return daos.getResourceDao(Task.class);
    }
}
