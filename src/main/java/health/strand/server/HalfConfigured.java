package health.strand.server;

import java.util.List;

/** The configuration lacks something without which the server must not start. */
final class HalfConfigured extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    HalfConfigured(String what) {
        this(List.of(what));
    }

    HalfConfigured(List<String> faults) {
        super("the configuration cannot be served:\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
