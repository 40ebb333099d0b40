package health.strand.embedded;

/** Tells a waiting person what is being done; a step lasts until it is done or has failed. */
public interface Progress {

    /** Begins a step; ends the one before it, if one is still open. */
    void step(String name);

    /** Ends the open step well. */
    void done();

    /** Ends the open step badly. */
    void failed(String reason);

    /** Says nothing, for callers nobody waits on. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step(String name) {}

            @Override
            public void done() {}

            @Override
            public void failed(String reason) {}
        };
    }
}
