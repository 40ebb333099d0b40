package health.strand.server;

import health.strand.oversight.CaseReason;
import health.strand.oversight.PrivacyCase;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TaskKinds;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A case as a Task of the privacy officer's, with the id of the case. The patient reads in it why it was opened. */
final class CaseTask {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private CaseTask() {}

    static Task of(PrivacyCase opened, CaseReason reason, String explanation) {
        Date start = Date.from(opened.starts());
        Date end = Date.from(opened.until());
        Task task = PrivacyOfficer.task(TaskKinds.CASE, opened.patient(), opened.starts())
                .setStatus(TaskStatus.INPROGRESS)
                .setOwner(new Reference(opened.officer()))
                .setReasonCode(PrivacyOfficer.concept(CodeSystems.CASE_REASON, reason.code()))
                .setDescription(explanation)
                .setExecutionPeriod(new Period().setStart(start).setEnd(end));
        task.getRestriction().setPeriod(new Period().setEnd(end));
        task.setId(opened.id().toString());
        return task;
    }

    /** The case a Task is of; empty for another Task, and for one that somebody else wrote. */
    static Optional<UUID> caseOf(Task task) {
        String id = task.getIdElement().getIdPart();
        return task.getCode().getCoding().stream()
                .filter(code -> TaskKinds.CASE.equals(code.getCode()) && CodeSystems.TASK_KIND.equals(code.getSystem()))
                .filter(code -> UUID_FORM.matcher(id).matches())
                .map(code -> UUID.fromString(id))
                .findFirst();
    }

    static void end(Task task, Instant now) {
        Date at = Date.from(now);
        task.setStatus(TaskStatus.COMPLETED).setLastModified(at);
        if (at.before(task.getExecutionPeriod().getEnd())) {
            task.getExecutionPeriod().setEnd(at);
        }
    }
}
