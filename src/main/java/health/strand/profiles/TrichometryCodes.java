package health.strand.profiles;

/** Codes of {@link CodeSystems#TRICHOMETRY}: what is measured on a patch of scalp. */
public final class TrichometryCodes {

    public static final String PANEL = "trichometry-panel";
    public static final String HAIR_COUNT = "hair-count";
    public static final String ANALYSED_AREA = "analysed-area";
    public static final String HAIR_DENSITY = "hair-density";
    public static final String FU_DENSITY = "fu-density";
    public static final String HAIRS_PER_FU = "hairs-per-fu";
    public static final String SINGLE_HAIR_UNIT_PERCENT = "single-hair-unit-percent";
    public static final String TERMINAL_DENSITY = "terminal-density";
    public static final String VELLUS_DENSITY = "vellus-density";
    public static final String VELLUS_PERCENT = "vellus-percent";
    public static final String TERMINAL_THRESHOLD = "terminal-threshold";
    public static final String MEAN_SHAFT_DIAMETER = "mean-shaft-diameter";
    public static final String SHAFT_DIAMETER_SD = "shaft-diameter-sd";
    public static final String THIN_HAIR_PERCENT = "thin-hair-percent";
    public static final String CUMULATIVE_THICKNESS = "cumulative-thickness";

    /** What a donor area still has to give; a panel of its own. */
    public static final String DONOR_ASSESSMENT = "donor-assessment";

    public static final String DONOR_AREA = "donor-area";
    public static final String SAFETY_FRACTION = "safety-fraction";
    public static final String GRAFTS_USED = "grafts-used";
    public static final String GRAFTS_AVAILABLE = "estimated-grafts-available";

    private TrichometryCodes() {}
}
