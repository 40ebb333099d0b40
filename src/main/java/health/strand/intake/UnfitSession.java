package health.strand.intake;

/** A session that cannot be taken in; the text says why, and which part is meant. */
public final class UnfitSession extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitSession(String why) {
        super(why);
    }

    /** What is wrong, for whoever sent it. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
