package health.strand.server;

import health.strand.emergency.Emergency;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TaskKinds;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The review of an emergency, as a Task of the privacy officer's. What was said in it is not in the Task. */
final class EmergencyReview {

    private static final String EMERGENCY = "urn:ietf:rfc:3986";
    private static final String UUID_PREFIX = "urn:uuid:";

    private EmergencyReview() {}

    static Task task(Emergency emergency, TaskPriority priority) {
        Task task = PrivacyOfficer.task(TaskKinds.EMERGENCY_REVIEW, emergency.patient(), emergency.starts())
                .setPriority(priority)
                .setReasonCode(PrivacyOfficer.concept(
                        CodeSystems.EMERGENCY_REASON, emergency.reason().code()))
                .setExecutionPeriod(
                        new Period().setStart(Date.from(emergency.starts())).setEnd(Date.from(emergency.until())));
        task.addIdentifier().setSystem(EMERGENCY).setValue(UUID_PREFIX + emergency.id());
        task.getRestriction().setPeriod(new Period().setEnd(Date.from(emergency.reviewDue())));
        task.addInput()
                .setType(PrivacyOfficer.concept(CodeSystems.TASK_KIND, TaskKinds.EMERGENCY_BY))
                .setValue(new Reference(emergency.practitioner()));
        return task;
    }

    /** The emergency a Task is about; empty for another Task. */
    static Optional<UUID> of(Task task) {
        boolean review = task.getCode().getCoding().stream()
                .anyMatch(code -> TaskKinds.EMERGENCY_REVIEW.equals(code.getCode())
                        && CodeSystems.TASK_KIND.equals(code.getSystem()));
        return task.getIdentifier().stream()
                .filter(each -> review && EMERGENCY.equals(each.getSystem()))
                .map(each -> UUID.fromString(each.getValue().substring(UUID_PREFIX.length())))
                .findFirst();
    }

    static void end(Task task, boolean justified, Instant now) {
        task.setStatus(TaskStatus.COMPLETED)
                .setLastModified(Date.from(now))
                .setBusinessStatus(
                        PrivacyOfficer.concept(CodeSystems.EMERGENCY_REVIEW, justified ? "justified" : "unjustified"));
    }
}
