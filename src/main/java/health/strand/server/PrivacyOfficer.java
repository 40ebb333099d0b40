package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PatientId;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.RoleCodes;
import health.strand.profiles.TaskKinds;
import health.strand.visibility.RaisedConcerns;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Puts before the privacy officer what the server cannot settle: one Task for each concern, however often it is found. It
 * names resources and holds no text, so that it tells nobody more than they see.
 */
final class PrivacyOfficer {

    private final DaoRegistry daos;
    private final RaisedConcerns raised;
    private final Clock clock;

    PrivacyOfficer(DaoRegistry daos, RaisedConcerns raised, Clock clock) {
        this.daos = daos;
        this.raised = raised;
        this.clock = clock;
    }

    /** Within a transaction; whether the officer had not been asked before. */
    boolean ask(Concern concern, RequestDetails request) {
        if (!raised.isNew(concern.key(), concern.patient())) {
            return false;
        }
        daos.getResourceDao(Task.class).create(task(concern), request);
        return true;
    }

    private Task task(Concern concern) {
        Task task = task(concern.kind(), concern.patient(), clock.instant());
        List<String> consents = concern.consents();
        if (!consents.isEmpty()) {
            task.setFocus(new Reference(consents.get(0)));
            consents.subList(1, consents.size())
                    .forEach(each -> task.addInput()
                            .setType(concept(CodeSystems.TASK_KIND, TaskKinds.CONSENT_BESIDE))
                            .setValue(new Reference(each)));
        }
        return task;
    }

    /** What the officer is asked to do about a patient, without what it is about. */
    static Task task(String kind, PatientId patient, Instant at) {
        Task task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setCode(concept(CodeSystems.TASK_KIND, kind))
                .setFor(new Reference("Patient/" + patient))
                .setAuthoredOn(Date.from(at))
                .addPerformerType(concept(CodeSystems.CLINIC_ROLE, RoleCodes.PRIVACY_OFFICER));
        task.getMeta().addProfile(Canonical.STRUCTURE + "hr-privacy-task");
        return task;
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
