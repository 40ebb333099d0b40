package health.strand.imaging;

/** What a file may hold beside its picture that tells who or where, by kind. */
public enum Trace {
    EXIF("camera data (EXIF)"),
    GPS("position (GPS)"),
    XMP("editing data (XMP)"),
    IPTC("press data (IPTC)"),
    COMMENT("comment"),
    TEXT("text"),
    TIME("time of the last change"),
    THUMBNAIL("thumbnail"),
    MORE_PICTURES("further pictures"),
    TRAILER("bytes behind the picture"),
    OTHER("data of other programs");

    private final String words;

    Trace(String words) {
        this.words = words;
    }

    /** For people; never anything of what was there. */
    public String words() {
        return words;
    }
}
