package health.strand.imaging;

/**
 * How large a picture is, and how large one may be when it is unpacked: a hundred million pixels, which no camera of a clinic
 * has.
 *
 * @param wide in pixels
 * @param high in pixels
 */
record PictureSize(int wide, int high) {

    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST_SIDE = 20_000;

    /** Known before anything is unpacked, so that a small file that holds an enormous picture costs nothing. */
    void check() throws UnreadablePicture {
        if (wide <= 0 || high <= 0) {
            throw UnreadablePicture.damaged();
        }
        if (wide > LONGEST_SIDE || high > LONGEST_SIDE || (long) wide * high > MOST_PIXELS) {
            throw new UnreadablePicture("the picture is larger than a hundred million pixels or 20,000 to a side");
        }
    }

    /** Of the same proportions and no wider. */
    PictureSize within(int width) {
        return wide <= width ? this : new PictureSize(width, Math.max(1, Math.round((float) high * width / wide)));
    }

    PictureSize turned() {
        return new PictureSize(high, wide);
    }
}
