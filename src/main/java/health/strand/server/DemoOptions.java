package health.strand.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What {@code strand demo} was told. */
record DemoOptions(int port, Path data, int patients, long seed) {

    static DemoOptions parse(String[] arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("every option needs a value");
        }
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        DemoOptions options = new DemoOptions(
                Integer.parseInt(take(given, "--port", "8080")),
                Path.of(take(given, "--data", ".strand/data-8080")),
                Integer.parseInt(take(given, "--patients", "50")),
                Long.parseLong(take(given, "--seed", "1")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown option " + given.keySet().iterator().next());
        }
        return options;
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
