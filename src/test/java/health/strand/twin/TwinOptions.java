package health.strand.twin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code strand twin} was told.
 *
 * @param requests how many questions, all requesters together
 * @param timed how many pairs of calls are timed; none when zero
 * @param base of another server; empty for this one
 * @param tokens by name, for another server
 * @param subject an existing patient of another server about whom something is hidden; empty for a new one
 * @param label {@code system|code} that hides it there; empty for none
 */
record TwinOptions(
        int requests, long seed, int timed, String base, Map<String, String> tokens, String subject, String label) {

    static TwinOptions parse(String[] arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> tokens = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            if (arguments[i].equals("--token-for")) {
                int at = value.indexOf('=');
                if (at < 1) {
                    throw new IllegalArgumentException("--token-for needs NAME=TOKEN");
                }
                tokens.put(value.substring(0, at), value.substring(at + 1));
            } else {
                given.put(arguments[i], value);
            }
        }
        TwinOptions options = new TwinOptions(
                number(take(given, "--requests", "2000")),
                number(take(given, "--seed", "1")),
                number(take(given, "--timed", "0")),
                take(given, "--base", "").replaceAll("/+$", ""),
                tokens,
                take(given, "--subject", ""),
                take(given, "--label", ""));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown argument " + given.keySet().iterator().next());
        }
        if (!options.base.isEmpty() && (!tokens.containsKey("admin") || tokens.size() < 2)) {
            throw new IllegalArgumentException(
                    "--base needs --token-for admin=TOKEN and that of one requester or more");
        }
        return options;
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
        }
    }
}
