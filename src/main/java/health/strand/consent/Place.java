package health.strand.consent;

import java.util.List;

/** Where in a consent the reader is, and the problems found on the way. */
record Place(String path, List<ConsentProblem> problems) {

    Place at(String element) {
        return new Place(path + "." + element, problems);
    }

    Place at(String element, int index) {
        return at(element + "[" + index + "]");
    }

    void refuse(ConsentRule rule, String text) {
        problems.add(new ConsentProblem(path, rule.key(), text));
    }
}
