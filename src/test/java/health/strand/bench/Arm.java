package health.strand.bench;

/** How much of the enforcement is in force while a request is measured. */
enum Arm {
    /** The server as it is. */
    ON("on"),
    /** The same server on connections of a role that bypasses row-level security. */
    OFF("off"),
    /** The same, without the last look at references in the answer. */
    BARE("off, no last gate"),
    /** The server as it is, but that it records nothing of what it reads out. */
    UNRECORDED("on, not recorded");

    final String title;

    Arm(String title) {
        this.title = title;
    }
}
