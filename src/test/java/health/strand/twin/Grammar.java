package health.strand.twin;

import java.util.ArrayList;
import java.util.List;

/** Draws the questions for one requester. */
final class Grammar {

    private static final int WRITES = 8;
    /** Each is a rehearsal of its own, and takes its time. */
    private static final int PREVIEWS = 12;

    private Grammar() {}

    /** Questions, and writes after them. */
    static List<Ask> questions(Model model, SearchSpace space, int count) {
        List<Ask> all = readings(model, space, count);
        // at the end: what is made now is found by nothing above
        WriteGrammar writes = new WriteGrammar(model);
        for (int i = 0; i < count / WRITES; i++) {
            all.addAll(writes.some());
        }
        return all;
    }

    /** Questions that change nothing, whatever another server makes of them. */
    static List<Ask> readings(Model model, SearchSpace space, int count) {
        SearchGrammar searches = new SearchGrammar(model, space);
        InstanceGrammar instances = new InstanceGrammar(model);
        List<Ask> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(model.words().chance(3) ? instances.one() : searches.one());
        }
        all.add(instances.previewOfOne());
        for (int i = 0; i < count / PREVIEWS; i++) {
            all.add(instances.previewOfAny());
        }
        return all;
    }
}
