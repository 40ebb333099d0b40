package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Permission;
import health.strand.access.Scope;
import health.strand.access.Scopes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Feeds the parser noise and damaged scopes: it must not throw, and must not grant more than is written. */
class ScopeParserFuzzTest {

    private static final int CASES = 200_000;
    private static final List<String> PIECES = List.of(
            "patient",
            "user",
            "system",
            "/",
            "/",
            "*",
            "Observation",
            "Media",
            ".",
            ".",
            "cruds",
            "rs",
            "read",
            "write",
            "sr",
            "?",
            "?",
            "category",
            "=",
            "=",
            "&",
            "lab",
            "%20",
            "%",
            "|",
            " ",
            " ",
            "openid",
            "_count",
            "code:in",
            "+",
            "\u00e4",
            "\u0000",
            "\ud83d");

    private final ScopeParser parser = new ScopeParser();

    @Test
    void grantsNoMoreThanIsWritten() {
        long seed = Long.getLong("strand.seed", System.nanoTime());
        System.out.println("ScopeParserFuzzTest: -Dstrand.seed=" + seed);
        Random random = new Random(seed);
        int granted = 0;
        for (int i = 0; i < CASES; i++) {
            String text = i % 2 == 0 ? pieces(random) : damaged(random);
            Scopes scopes = parser.parse(text).scopes();
            for (Scope scope : scopes.all()) {
                assertThat(Arrays.stream(text.split(" ", -1)).anyMatch(word -> isWritten(scope, word)))
                        .as("seed %s: %s from %s", seed, scope, text)
                        .isTrue();
                assertThat(parser.parse(scope.toString()).scopes().all()).containsExactly(scope);
                granted++;
            }
        }
        assertThat(granted).isGreaterThan(CASES / 100);
    }

    /** Every right and every restriction is in the word, read by cutting it up rather than by a grammar. */
    private static boolean isWritten(Scope scope, String word) {
        int question = word.indexOf('?');
        String head = question < 0 ? word : word.substring(0, question);
        int restrictions = question < 0 ? 0 : word.substring(question + 1).split("&", -1).length;
        int dot = head.lastIndexOf('.');
        return dot > 0
                && head.substring(0, dot).equals(scope.context().code() + "/" + scope.resourceType())
                && restrictions == scope.restrictions().size()
                && scope.permissions().stream().allMatch(each -> grants(head.substring(dot + 1), each));
    }

    private static boolean grants(String rights, Permission permission) {
        String letters = switch (rights) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> rights;
        };
        return letters.indexOf(permission.letter()) >= 0;
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(24); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String damaged(Random random) {
        StringBuilder text =
                new StringBuilder("openid patient/Observation.rs?category=http://x.org/c|lab&code=a%20b user/*.cruds");
        for (int left = random.nextInt(6); left > 0; left--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) (' ' + random.nextInt(95)));
                default -> text.setCharAt(at, (char) random.nextInt(0x180));
            }
        }
        return text.toString();
    }
}
