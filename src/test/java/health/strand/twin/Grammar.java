package health.strand.twin;

import java.util.ArrayList;
import java.util.List;

/** Draws the questions for one requester. */
final class Grammar {

    private Grammar() {}

    static List<Ask> questions(Model model, SearchSpace space, OpenLeaks open, int count) {
        SearchGrammar searches = new SearchGrammar(model, space, open);
        InstanceGrammar instances = new InstanceGrammar(model);
        List<Ask> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(model.words().chance(3) ? instances.one() : searches.one());
        }
        return all;
    }
}
