package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a body what it points to, by reading it as text under a name. */
final class References {

    private static final Pattern LOCAL = Pattern.compile("[A-Z]\\w+/[A-Za-z0-9.-]{1,64}");

    private References() {}

    /** Everything that stands under this name anywhere and is the reference of a resource here. */
    static Set<String> under(JsonNode body, String name) {
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode value : body.findValues(name)) {
            if (value.isTextual() && LOCAL.matcher(value.asText()).matches()) {
                found.add(value.asText());
            }
        }
        return found;
    }

    /** The references inside the elements with this name at the top of a body. */
    static Set<String> in(JsonNode body, String element) {
        return body.has(element) ? under(body.path(element), "reference") : Set.of();
    }
}
