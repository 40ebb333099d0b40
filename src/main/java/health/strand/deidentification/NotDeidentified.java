package health.strand.deidentification;

/** A file of which no copy can be made that is known to say nothing of anybody; the message says why, and nothing of whom. */
public final class NotDeidentified extends Exception {

    private static final long serialVersionUID = 1L;

    NotDeidentified(String why) {
        super(why);
    }
}
