package health.strand.vault;

/**
 * How the cipher for files lays a file out: a header, and then parts of one length, of which the last may be shorter.
 *
 * @see <a href="https://developers.google.com/tink/wire-format">Tink's wire format</a>
 */
final class Segments {

    /** How long a part is where it is stored. */
    static final int LENGTH = 64 * 1024;

    /** The header is the beginning of the first part. */
    private static final int HEADER = 1 + 32 + 7;

    private static final int TAG = 16;

    private Segments() {}

    /** How much content a file of this length holds; negative when no file has this length. */
    static long plain(long stored) {
        long parts = (stored + LENGTH - 1) / LENGTH;
        boolean endsWithNothing = parts > 1 && (stored - 1) % LENGTH < TAG;
        return endsWithNothing ? -1 : stored - HEADER - TAG * parts;
    }
}
