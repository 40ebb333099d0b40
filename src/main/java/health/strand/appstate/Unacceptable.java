package health.strand.appstate;

/** A resource of an app's that would not be kept as it was sent. */
public final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final String text;

    Unacceptable(String element, String text) {
        super(text);
        this.element = element;
        this.text = text;
    }

    /** Where it is at fault. */
    public String element() {
        return element;
    }

    /** What is wrong with it. */
    public String text() {
        return text;
    }
}
