package health.strand.demo;

/** The parts of the scalp that are scanned. */
enum Zone {
    VERTEX("vertex", "Vertex", "61719002", "Skin structure of vertex of head", 1.0),
    MID_SCALP("mid-scalp", "Mid-scalp", "21672008", "Skin structure of parietal region", 0.9),
    FRONTAL("frontal", "Frontal scalp", "43067004", "Skin structure of scalp", 0.75),
    OCCIPITAL("occipital", "Occipital (donor)", "79951008", "Skin structure of occipital region", 0.0);

    final String code;
    final String display;
    final String snomed;
    final String snomedDisplay;
    /** How strongly pattern loss and its treatment act here; the donor area is spared. */
    final double patternWeight;

    Zone(String code, String display, String snomed, String snomedDisplay, double patternWeight) {
        this.code = code;
        this.display = display;
        this.snomed = snomed;
        this.snomedDisplay = snomedDisplay;
        this.patternWeight = patternWeight;
    }
}
