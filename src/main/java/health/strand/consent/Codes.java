package health.strand.consent;

import org.hl7.fhir.r4.model.Coding;

/** How codes are written to be compared. */
final class Codes {

    /** Equal to no code, as it has no separator. */
    static final String NONE = "none";

    private Codes() {}

    /** {@code system|code}; the system is blank where there is none. */
    static String text(Coding code) {
        return (code.hasSystem() ? code.getSystem() : "") + "|" + code.getCode();
    }

    /** The address of a profile without its version. */
    static String versionless(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
