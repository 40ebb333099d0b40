package health.strand.profiles;

/** The one UCUM code per kind of quantity; quantity search is exact only if it never varies. */
public final class Ucum {

    public static final String HAIRS = "{hairs}";
    public static final String GRAFTS = "{graft}";
    public static final String GRAFTS_PER_CM2 = "{graft}/cm2";
    public static final String PER_CM2 = "/cm2";
    public static final String CM2 = "cm2";
    public static final String MM = "mm";
    public static final String MM_PER_CM2 = "mm/cm2";
    public static final String MICROMETRE = "um";
    public static final String PERCENT = "%";
    public static final String ONE = "1";
    public static final String MINUTE = "min";

    private Ucum() {}
}
