package health.strand.dicom;

/** A file is no DICOM file that can be read; the message says why in plain words and holds nothing of the file. */
public final class UnreadableDicom extends Exception {

    public UnreadableDicom(String why) {
        super(why);
    }
}
