package health.strand.imaging;

/** The smallest picture there is, for whatever needs one and does not look at it. */
public final class OnePixel {

    /** A grey pixel as PNG, in base64. */
    public static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==";

    private OnePixel() {}
}
