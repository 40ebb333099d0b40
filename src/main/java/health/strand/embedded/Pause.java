package health.strand.embedded;

/** A short wait between two looks at a child process. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted while waiting", e);
        }
    }
}
