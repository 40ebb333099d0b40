package health.strand.dicomweb;

/** The levels of DICOM's information model that a path can name, from the widest to the narrowest. */
enum Level {
    STUDY("studies"),
    SERIES("series"),
    INSTANCE("instances");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** As it stands in a path. */
    String word() {
        return word;
    }
}
