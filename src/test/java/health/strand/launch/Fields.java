package health.strand.launch;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values of a form or an address; a name may stand there more than once. */
final class Fields {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static Fields of(String... namesAndValues) {
        Fields fields = new Fields();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            fields.add(namesAndValues[place], namesAndValues[place + 1]);
        }
        return fields;
    }

    static Fields parse(@Nullable String query) {
        Fields fields = new Fields();
        if (query != null) {
            Arrays.stream(query.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> fields.add(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return fields;
    }

    Fields add(String name, String value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    Fields set(String name, @Nullable String value) {
        values.remove(name);
        return value == null ? this : add(name, value);
    }

    Fields remove(String name, String value) {
        values.getOrDefault(name, new ArrayList<>()).remove(value);
        return this;
    }

    @Nullable
    String first(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    String encoded() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
