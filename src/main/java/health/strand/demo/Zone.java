package health.strand.demo;

/** The parts of the scalp that are scanned. */
enum Zone {
    VERTEX("vertex", "Vertex", "61719002", "Skin of vertex of scalp", 1.0, 215, 4),
    MID_SCALP("mid-scalp", "Mid-scalp", "21672008", "Skin of parietal region", 0.9, 160, -6),
    FRONTAL("frontal", "Frontal scalp", "43067004", "Skin of scalp", 0.75, 95, 8),
    OCCIPITAL("occipital", "Occipital (donor)", "79951008", "Skin of occipital region", 0.0, 330, 0);

    final String code;
    final String display;
    final String snomed;
    final String snomedDisplay;
    /** How strongly pattern loss and its treatment act here; the donor area is spared. */
    final double patternWeight;
    /** Where the spot that is scanned lies, in mm along the scalp. */
    final int fromGlabella;

    final int fromMidline;

    Zone(
            String code,
            String display,
            String snomed,
            String snomedDisplay,
            double patternWeight,
            int fromGlabella,
            int fromMidline) {
        this.code = code;
        this.display = display;
        this.snomed = snomed;
        this.snomedDisplay = snomedDisplay;
        this.patternWeight = patternWeight;
        this.fromGlabella = fromGlabella;
        this.fromMidline = fromMidline;
    }
}
