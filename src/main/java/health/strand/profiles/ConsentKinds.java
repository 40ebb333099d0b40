package health.strand.profiles;

import java.util.Set;

/** Codes of {@link CodeSystems#CONSENT_KIND}: one Consent resource per kind, so that a withdrawal is whole. */
public final class ConsentKinds {

    public static final String CARE = "care";
    public static final String IMAGING = "imaging";
    public static final String VENDOR_CLOUD = "vendor-cloud";
    public static final String RESEARCH = "research";
    public static final String MARKETING = "marketing";
    public static final String GENETICS = "genetics";

    private ConsentKinds() {}

    /** All of them. */
    public static Set<String> all() {
        return Set.of(CARE, IMAGING, VENDOR_CLOUD, RESEARCH, MARKETING, GENETICS);
    }
}
