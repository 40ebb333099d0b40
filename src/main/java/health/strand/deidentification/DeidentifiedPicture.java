package health.strand.deidentification;

import health.strand.imaging.PictureFormat;
import health.strand.imaging.Rendition;
import health.strand.imaging.UnreadablePicture;

/**
 * A file of a picture without anything in it that tells whose it is.
 *
 * @param type its media type
 */
public record DeidentifiedPicture(byte[] file, String type) {

    private static final int WIDEST = 4096;
    private static final String DICOM = "application/dicom";

    /**
     * Makes one of a PNG, a JPEG or a DICOM file.
     *
     * @throws NotDeidentified for any other, and for one of which it is not known that its pixels show nobody
     */
    public static DeidentifiedPicture of(byte[] file, ProjectNames names) throws NotDeidentified {
        PictureFormat format = PictureFormat.of(file).orElse(null);
        if (format == null) {
            return new DeidentifiedPicture(DeidentifiedDicom.of(file, names), DICOM);
        }
        try {
            return new DeidentifiedPicture(Rendition.of(file, WIDEST, format).file(), format.type());
        } catch (UnreadablePicture e) {
            throw new NotDeidentified(String.valueOf(e.getMessage()));
        }
    }
}
