package health.strand.profiles;

/** Codes of {@link CodeSystems#SCAN_METHOD}: values of different methods are never compared. */
public final class ScanMethods {

    public static final String GLOBAL_PHOTO = "global-photo";
    public static final String UNCLIPPED = "trichoscopy-unclipped";
    public static final String CLIPPED_IMMEDIATE = "trichoscopy-clipped-immediate";

    private ScanMethods() {}
}
