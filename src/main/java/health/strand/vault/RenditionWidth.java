package health.strand.vault;

import java.util.Arrays;
import java.util.Optional;

/** In which widths smaller pictures are kept beside a stored one: for a list of them, and for a page. */
public enum RenditionWidth {
    THUMBNAIL(160),
    WEB(1280);

    private final int pixels;

    RenditionWidth(int pixels) {
        this.pixels = pixels;
    }

    public int pixels() {
        return pixels;
    }

    /** The narrowest that is at least as wide; empty when none is. */
    public static Optional<RenditionWidth> atLeast(int pixels) {
        return Arrays.stream(values()).filter(each -> each.pixels >= pixels).findFirst();
    }
}
