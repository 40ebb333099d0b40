package health.strand.profiles;

/** Codes that stand in {@code meta.security} and {@code meta.tag}. */
public final class SecurityLabels {

    /** Ordinary clinical and administrative data ({@link CodeSystems#CONFIDENTIALITY}). */
    public static final String NORMAL = "N";
    /** Images, genetics and other data of raised confidentiality. */
    public static final String RESTRICTED = "R";

    /** Genetic information, family history included ({@link CodeSystems#ACT_CODE}). */
    public static final String GENETIC = "GDIS";
    /** Sexual function and fertility ({@link CodeSystems#ACT_CODE}). */
    public static final String SEXUAL = "SEX";
    /** Mood and other mental health matters ({@link CodeSystems#ACT_CODE}). */
    public static final String PSYCHIATRIC = "PSY";
    /** Identity sensitivity, for pictures that show who somebody is ({@link CodeSystems#ACT_CODE}). */
    public static final String IDENTIFYING = "IDS";
    /** A picture in which a person can be recognised ({@link CodeSystems#LABEL}). */
    public static final String PHOTO_IDENTIFIES = "PHOTOID";

    /** Identifying content, a tag from {@link CodeSystems#DICOM} context group 900. */
    public static final String DICOM_IDENTIFYING_CONTENT = "131393";
    /** Marks every resource that a generator invented ({@link CodeSystems#TAG}). */
    public static final String SYNTHETIC = "synthetic";

    private SecurityLabels() {}
}
