package health.strand.demo;

/** The organizations of the demo. */
enum Party {
    CLINIC("clinic", "Haarwerk Clinic", "prov"),
    OTHER_PRACTICE("other-practice", "Northside Dermatology", "prov"),
    LABORATORY("laboratory", "Genlabor", "bus"),
    IMAGING_VENDOR("imaging-vendor", "Vox Imaging Cloud", "bus"),
    ANALYTICS_VENDOR("analytics-vendor", "Adz Analytics", "bus"),
    UNIVERSITY("university", "Lindau University", "edu");

    final String key;
    final String display;
    /** Code of the standard's organization-type. */
    final String type;

    Party(String key, String display, String type) {
        this.key = key;
        this.display = display;
        this.type = type;
    }
}
