package health.strand.imaging;

/** A file is no picture that can be read; the message says why in plain words and holds nothing of the file. */
public final class UnreadablePicture extends Exception {

    UnreadablePicture(String why) {
        super(why);
    }
}
