package health.strand.server;

import health.strand.access.PatientId;
import health.strand.profiles.TaskKinds;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Communication;

/**
 * What a patient is told about coming of age. It names no day, for whoever reads notices need not know when somebody was
 * born.
 */
record MajorityNotice(PatientId patient, boolean ahead) {

    private static final String AHEAD =
            "You will soon come of age. From that day on, nobody acts for you in this record as for a minor."
                    + " What others decided for you about research, teaching, marketing and the training of software ends"
                    + " on that day; what your treatment hangs on stays until you are asked.";
    private static final String COME =
            "You have come of age. Nobody acts for you in this record any more as for a minor. What others"
                    + " decided for you about research, teaching, marketing and the training of software has ended; what"
                    + " your treatment hangs on stays until you are asked.";

    Communication sent(Instant now) {
        return PatientNotice.of(patient, TaskKinds.MAJORITY, ahead ? AHEAD : COME, Date.from(now));
    }
}
