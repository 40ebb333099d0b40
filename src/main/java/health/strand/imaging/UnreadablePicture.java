package health.strand.imaging;

/** A file is no picture that can be read; the message says why in plain words and holds nothing of the file. */
public final class UnreadablePicture extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePicture(String why) {
        super(why);
    }

    static UnreadablePicture damaged() {
        return new UnreadablePicture("the picture is damaged or not all of it is there");
    }

    /** Why, in plain words. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
