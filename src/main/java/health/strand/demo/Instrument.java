package health.strand.demo;

/** The clinic's devices. Model and version are part of what makes two scans comparable. */
enum Instrument {
    TRICHOSCOPE("trichoscope", "trichoscope", "Trichoscope", "TS-60", "2.4.0"),
    OTHER_TRICHOSCOPE("handheld-trichoscope", "trichoscope", "Hand-held trichoscope", "TS-20", "1.1.3"),
    CAMERA("camera", "camera", "Photo stand camera", "PS-1", "5.0.1"),
    ANALYSIS_SOFTWARE("analysis-software", "analysis-software", "Hair analysis software", "HA", "3.2.1");

    final String key;
    /** Code of our device-kind. */
    final String kind;

    final String display;
    final String model;
    final String version;

    Instrument(String key, String kind, String display, String model, String version) {
        this.key = key;
        this.kind = kind;
        this.display = display;
        this.model = model;
        this.version = version;
    }

    /** The one the scalp is scanned with at a visit. */
    static Instrument of(Visit visit) {
        return visit.otherMethod() ? OTHER_TRICHOSCOPE : TRICHOSCOPE;
    }
}
