package health.strand.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class RecallTest {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T23:30:00Z");

    @Test
    void asksForThatCopyToBeTakenBack() {
        Task task = new Recall("Media/c", "Patient/ana", "Consent/k").task(NEW_YEARS_EVE);

        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("rights-recall");
        assertThat(task.getFor().getReference()).isEqualTo("Patient/ana");
        assertThat(task.getFocus().getReference()).isEqualTo("Consent/k");
        assertThat(task.getInputFirstRep().getValue().primitiveValue()).isEqualTo("Media/c");
        assertThat(task.getAuthoredOn()).isEqualTo(NEW_YEARS_EVE);
    }

    @Test
    void namesNoConsentWhereNoneHasChanged() {
        assertThat(new Recall("Media/c", "Patient/ana", null)
                        .task(NEW_YEARS_EVE)
                        .hasFocus())
                .isFalse();
    }
}
