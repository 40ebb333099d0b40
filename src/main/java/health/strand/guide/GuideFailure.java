package health.strand.guide;

/** The guide cannot be made from what lies there; says why. */
final class GuideFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GuideFailure(String message) {
        super(message);
    }
}
