package health.strand.publication;

import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the privacy officer is asked to see to when a copy is gone that was shown: that it is taken back wherever it was
 * published.
 *
 * @param copy as {@code Media/id}, the only name under which whoever published it knows it
 * @param patient as {@code Patient/id}
 * @param consent whose change ended it, as {@code Consent/id}; null where it was not a consent that changed
 */
public record Recall(String copy, String patient, @Nullable String consent) {

    /** The kind of task, of {@link CodeSystems#TASK_KIND}. */
    public static final String KIND = "rights-recall";

    /** The task; it is due, like any other request, when the law wants it answered. */
    public Task task(Instant now) {
        Task task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(TaskPriority.ASAP)
                .setCode(new CodeableConcept(new Coding(CodeSystems.TASK_KIND, KIND, null)))
                .setFor(new Reference(patient))
                .setRequester(new Reference(patient))
                .setAuthoredOn(Date.from(now));
        if (consent != null) {
            task.setFocus(new Reference(consent));
        }
        task.addInput().setType(new CodeableConcept().setText("copy")).setValue(new StringType(copy));
        return task;
    }
}
