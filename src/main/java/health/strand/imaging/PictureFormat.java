package health.strand.imaging;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of still pictures that are read and written. */
public enum PictureFormat {
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF);

    private final String type;
    private final int[] begins;

    PictureFormat(String type, int... begins) {
        this.type = type;
        this.begins = begins;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** The one a file begins like, whatever it is said to be. */
    public static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(each -> each.begins(file)).findFirst();
    }

    /** The one of that media type. */
    public static Optional<PictureFormat> ofType(String type) {
        return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }

    private boolean begins(byte[] file) {
        if (file.length < begins.length) {
            return false;
        }
        for (int i = 0; i < begins.length; i++) {
            if (Byte.toUnsignedInt(file[i]) != begins[i]) {
                return false;
            }
        }
        return true;
    }
}
