package health.strand.server;

/** The configuration lacks something without which the server must not start. */
final class HalfConfigured extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    HalfConfigured(String what) {
        super(what);
    }
}
