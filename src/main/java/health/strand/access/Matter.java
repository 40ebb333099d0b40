package health.strand.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read, as far as decisions look at it: a whole resource, or a cell of resources that are decided alike. */
public interface Matter {

    /** Whose data it is; every one of them must be content. */
    Set<PatientId> patients();

    DataClass dataClass();

    Confidentiality confidentiality();

    /** Sensitivity labels: codes of v3-ActCode such as GDIS or PSY, with the codes above them. */
    Set<String> sensitivities();

    /** References of the people and organizations that were asked to make it or made it. */
    Set<String> performers();

    /** Until when a clinician's dated reason keeps it from the patient (NOPAT, TBOO); null when nothing does. */
    @Nullable
    Instant withheldFromPatientUntil();

    /** Whether it meets a condition some consent of its patients makes. */
    boolean meets(DataCriterion criterion);
}
