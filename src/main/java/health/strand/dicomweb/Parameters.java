package health.strand.dicomweb;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a retrieval, each of which stands once. */
final class Parameters {

    private final Map<String, String[]> left;

    Parameters(Map<String, String[]> all) {
        this.left = new TreeMap<>(all);
    }

    Optional<String> one(String name) throws Refused {
        String[] values = left.remove(name);
        if (values != null && values.length != 1) {
            throw Refused.bad("a parameter stands twice in the query");
        }
        return values == null ? Optional.empty() : Optional.of(values[0]);
    }

    /** @throws Refused where there is one that nobody asked for */
    void nothingElse() throws Refused {
        if (!left.isEmpty()) {
            throw Refused.bad("the query has a parameter that means nothing here");
        }
    }
}
