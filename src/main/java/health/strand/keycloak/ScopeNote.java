package health.strand.keycloak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scope text of one authorization, with the launch context behind the scopes. Keycloak keeps the text with the code,
 * on its own side, and passes over words it does not know when it resolves scopes: so the context follows the code, and
 * neither the user's session nor the app's, in which another launch may be going on.
 */
final class ScopeNote {

    private static final String CARRIER = "strand-launch-context:";

    private ScopeNote() {}

    /** The scopes asked for, without what is carried. */
    static List<String> words(@Nullable String scope) {
        return split(scope).filter(word -> !word.startsWith(CARRIER)).distinct().toList();
    }

    /** The context carried; none when there is none. */
    static LaunchContext contextIn(@Nullable String scope) {
        return split(scope)
                .filter(word -> word.startsWith(CARRIER))
                .findFirst()
                .map(word -> new String(
                        Base64.getUrlDecoder().decode(word.substring(CARRIER.length())), StandardCharsets.UTF_8))
                .map(LaunchContext::parse)
                .orElse(LaunchContext.NONE);
    }

    static String carrying(List<String> words, LaunchContext context) {
        String carried = CARRIER
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(context.text().getBytes(StandardCharsets.UTF_8));
        return Stream.concat(words.stream(), context.isEmpty() ? Stream.of() : Stream.of(carried))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> split(@Nullable String scope) {
        return scope == null ? Stream.of() : Arrays.stream(scope.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
