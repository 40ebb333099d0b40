package health.strand.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes scopes in the syntax of SMART App Launch 2. */
final class ScopeText {

    /** Printable, but with a meaning of their own in a query or not allowed in an OAuth scope. */
    private static final String ENCODED = "\"\\%&=+#?";

    private ScopeText() {}

    static String letters(Set<Permission> permissions) {
        StringBuilder letters = new StringBuilder();
        for (Permission each : Permission.values()) {
            if (permissions.contains(each)) {
                letters.append(each.letter());
            }
        }
        return letters.toString();
    }

    static String query(List<SearchRestriction> restrictions) {
        return restrictions.isEmpty()
                ? ""
                : restrictions.stream().map(SearchRestriction::toString).collect(Collectors.joining("&", "?", ""));
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > ' ' && each < 0x7f && ENCODED.indexOf(each) < 0) {
                encoded.append((char) each);
            } else {
                encoded.append(String.format("%%%02X", each & 0xff));
            }
        }
        return encoded.toString();
    }
}
