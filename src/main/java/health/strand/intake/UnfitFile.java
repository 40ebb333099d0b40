package health.strand.intake;

/** A file that cannot be taken in; the message says why in plain words and holds nothing of the file. */
public final class UnfitFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitFile(String why) {
        super(why);
    }

    /** Why, in plain words. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
