package health.strand.imaging;

/** How large a picture may be when it is unpacked: a hundred million pixels, which no camera of a clinic has. */
final class PictureSize {

    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST_SIDE = 20_000;

    private PictureSize() {}

    /** Known before anything is unpacked, so that a small file that holds an enormous picture costs nothing. */
    static void check(int wide, int high) throws UnreadablePicture {
        if (wide <= 0 || high <= 0) {
            throw UnreadablePicture.damaged();
        }
        if (wide > LONGEST_SIDE || high > LONGEST_SIDE || (long) wide * high > MOST_PIXELS) {
            throw new UnreadablePicture("the picture is larger than a hundred million pixels or 20,000 to a side");
        }
    }
}
