package health.strand.profiles;

/** Codes of {@link CodeSystems#CLINIC_ROLE}: what a person may be in, or towards, a clinic. */
public final class RoleCodes {

    public static final String SURGEON = "surgeon";
    public static final String DERMATOLOGIST = "dermatologist";
    public static final String TRICHOLOGIST = "trichologist";
    public static final String NURSE = "nurse";
    public static final String TECHNICIAN = "technician";
    public static final String RECEPTION = "reception";
    public static final String BILLING = "billing";
    public static final String MARKETING = "marketing";
    public static final String MANAGER = "manager";
    public static final String ADMINISTRATOR = "administrator";
    public static final String PRIVACY_OFFICER = "privacy-officer";
    public static final String RESEARCHER = "researcher";
    public static final String LABORATORY = "laboratory";
    public static final String IMAGING_VENDOR = "imaging-vendor";
    public static final String ANALYTICS_VENDOR = "analytics-vendor";
    public static final String EXTERNAL_CLINICIAN = "external-clinician";

    private RoleCodes() {}
}
