package health.strand.guide;

import java.util.ArrayList;
import java.util.List;

/** The short list of facts at the head of a page. */
final class Facts {

    private final List<Html> facts = new ArrayList<>();

    Facts add(String name, Html value) {
        if (!value.isEmpty()) {
            facts.add(
                    Tag.of("div").around(Tag.of("dt").around(name), Tag.of("dd").around(value)));
        }
        return this;
    }

    Facts add(String name, String value) {
        return add(name, Html.text(value));
    }

    Html html() {
        return Tag.of("dl", "facts").around(facts.toArray(Html[]::new));
    }
}
