package health.strand.provision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after a command: words, options with values, and flags. */
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Arguments() {}

    /**
     * Reads a command line, and refuses what the command does not know.
     *
     * @param options those with a value
     * @param flags those without
     */
    static Arguments read(String[] line, Set<String> options, Set<String> flags) {
        Arguments arguments = new Arguments();
        Deque<String> rest = new ArrayDeque<>(List.of(line));
        while (!rest.isEmpty()) {
            String next = rest.pop();
            if (flags.contains(next)) {
                arguments.flags.add(next);
            } else if (options.contains(next)) {
                arguments.values.computeIfAbsent(next, any -> new ArrayList<>()).add(value(next, rest));
            } else if (next.startsWith("-")) {
                throw new ProvisionFailed("unknown option " + next);
            } else {
                arguments.words.add(next);
            }
        }
        return arguments;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new ProvisionFailed(option + " needs a value");
        }
        return rest.pop();
    }

    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Every value of an option that may be given more than once. */
    List<String> all(String option) {
        return List.copyOf(values.getOrDefault(option, List.of()));
    }

    Optional<String> one(String option) {
        List<String> given = all(option);
        if (given.size() > 1) {
            throw new ProvisionFailed(option + " is given twice");
        }
        return given.stream().findFirst();
    }

    String needed(String option) {
        return one(option)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ProvisionFailed(option + " is missing"));
    }

    /** The words of all values of an option, which may be divided by blanks or given one by one. */
    List<String> list(String option) {
        return all(option).stream()
                .flatMap(value -> List.of(value.strip().split("\\s+")).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
