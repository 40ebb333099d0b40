package health.strand.explanation;

import health.strand.access.DataClass;
import health.strand.access.Reader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would change if a consent were filed.
 *
 * @param ended the consents whose place it would take, such as {@code Consent/x}
 * @param readers everybody who was asked about
 */
public record Foreseen(List<String> ended, List<OfReader> readers) {

    public Foreseen {
        ended = List.copyOf(ended);
        readers = List.copyOf(readers);
    }

    /** What would change for one reader. */
    public record OfReader(Reader reader, String client, SortedMap<DataClass, OfClass> classes) {

        public OfReader {
            classes = new TreeMap<>(classes);
        }

        /** Whether anything would. */
        public boolean changes() {
            return classes.values().stream().anyMatch(OfClass::changes);
        }
    }

    /**
     * What would change in one class.
     *
     * @param before whether such data is there for the reader now, as a rule
     * @param after whether it would be
     * @param newly how many resources of the record would be newly there
     * @param noLonger how many would no longer be
     * @param unchanged how many are and would stay
     */
    public record OfClass(boolean before, boolean after, int newly, int noLonger, int unchanged) {

        /** Whether anything would. */
        public boolean changes() {
            return before != after || newly > 0 || noLonger > 0;
        }
    }
}
