package health.strand.consent;

import java.util.Set;

/** What only the record knows about the references in a consent; all references are {@code Type/id} without a version. */
public interface References {

    /** Whether somebody or something is kept under this reference now. */
    boolean resolves(String reference);

    /** What that resource refers to; empty when it is not kept. Asked for {@code data.meaning} related only. */
    Set<String> refersTo(String reference);
}
