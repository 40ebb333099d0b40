package health.strand.consent;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only the record knows about the references in a consent; all references are {@code Type/id} without a version. */
public interface References {

    /** Whether somebody or something is kept under this reference now. */
    boolean resolves(String reference);

    /** What that resource refers to; empty when it is not kept. Asked for {@code data.meaning} related only. */
    Set<String> refersTo(String reference);

    /** When a patient comes of age; null when nobody knows. */
    default @Nullable Instant ofAge(PatientId patient) {
        return null;
    }
}
