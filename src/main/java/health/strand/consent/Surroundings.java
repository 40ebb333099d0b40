package health.strand.consent;

import java.util.Set;

/** What only the record and its terminology know about a resource; references are {@code Type/id} without a version. */
public interface Surroundings {

    /** Every resource that points to this Binary as its content. */
    Set<String> carriersOf(String binary);

    /** Whoever authored the resource by the word of Provenance, or of the audit trail for its first version. */
    Set<String> authorsOf(String reference);

    /**
     * Everything above a code, written {@code system|code}, or above the address of a profile; empty where no hierarchy is
     * loaded.
     */
    Set<String> above(String codeOrProfile);
}
