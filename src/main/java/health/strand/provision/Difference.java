package health.strand.provision;

import java.util.List;

/**
 * One thing that is not as it has to be, and the requests that mend it.
 *
 * @param missing whether it is not there at all
 * @param what in words
 */
record Difference(boolean missing, String what, List<AdminRequest> mending) {

    static Difference missing(String what, AdminRequest... mending) {
        return new Difference(true, what, List.of(mending));
    }

    static Difference missing(String what, List<AdminRequest> mending) {
        return new Difference(true, what, List.copyOf(mending));
    }

    static Difference other(String what, AdminRequest... mending) {
        return new Difference(false, what, List.of(mending));
    }

    /** Said once it is mended. */
    String done() {
        return (missing ? "created " : "changed ") + what;
    }

    /** Said where nothing is done. */
    String planned() {
        return (missing ? "would create " : "would change ") + what;
    }
}
