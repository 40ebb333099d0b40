package health.strand.profiles;

/** The root of every URL this project gives out, and the extensions it defines. */
public final class Canonical {

    public static final String BASE = "https://strand.health/fhir/";
    public static final String CODE_SYSTEM = BASE + "CodeSystem/";
    public static final String STRUCTURE = BASE + "StructureDefinition/";
    public static final String QUESTIONNAIRE = BASE + "Questionnaire/";
    public static final String PLAN = BASE + "PlanDefinition/";
    public static final String POLICY = "https://strand.health/policy/";

    /** Width of one pixel, and when it was last checked against a ruler. */
    public static final String CALIBRATION = STRUCTURE + "calibration";
    /** How far two measurements of the same scalp differ by the method alone. */
    public static final String MEASUREMENT_UNCERTAINTY = STRUCTURE + "measurement-uncertainty";

    /** How far two measurements with a device and method differ by themselves, as the clinic found out. */
    public static final String REPEATABILITY = STRUCTURE + "repeatability";

    /** Zone, method, device, version, preparation, threshold and area: what two panels must share. */
    public static final String COMPARABILITY_KEY = STRUCTURE + "comparability-key";

    public static final String PROTOCOL = STRUCTURE + "protocol";
    public static final String ACQUISITION = STRUCTURE + "acquisition";
    /** The spot of scalp a picture shows. */
    public static final String TARGET = STRUCTURE + "target";

    public static final String COORDINATES = STRUCTURE + "coordinates";
    public static final String MARKER = STRUCTURE + "marker";
    public static final String SESSION_NUMBER = STRUCTURE + "session-number";
    /** The consent an order, a sample or a publication rests on. */
    public static final String CONSENT = STRUCTURE + "consent";

    public static final String FITZPATRICK = STRUCTURE + "fitzpatrick";
    /** The picture a picture for publication was made from; only the server writes it. */
    public static final String COPY_OF = STRUCTURE + "copy-of";
    /** Of an instance of an imaging study: the Media that keeps it here. */
    public static final String STORED_PICTURE = STRUCTURE + "stored-picture";

    /** Why a clinician keeps something from the patient for a time, who and since when. */
    public static final String WITHHELD = STRUCTURE + "withheld-from-patient";

    /** True when a person can be recognised in the picture; mirrors DICOM (0028,0302). */
    public static final String RECOGNIZABLE_VISUAL_FEATURES = STRUCTURE + "recognizable-visual-features";

    private Canonical() {}
}
