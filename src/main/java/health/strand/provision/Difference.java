package health.strand.provision;

import java.util.List;

/**
 * One thing that is not as it has to be, and the changes that mend it.
 *
 * @param missing whether it is not there at all
 * @param what in words
 */
record Difference(boolean missing, String what, List<Change> mending) {

    static Difference missing(String what, Change... mending) {
        return new Difference(true, what, List.of(mending));
    }

    static Difference missing(String what, List<Change> mending) {
        return new Difference(true, what, List.copyOf(mending));
    }

    static Difference other(String what, Change... mending) {
        return new Difference(false, what, List.of(mending));
    }

    /** Said once it is mended. */
    String done() {
        return (missing ? "created " : "changed ") + what;
    }

    /** Said where nothing is done. */
    String planned() {
        return "would " + purpose();
    }

    /** What mending it is for. */
    String purpose() {
        return (missing ? "create " : "change ") + what;
    }
}
