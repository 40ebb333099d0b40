package health.strand.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The SQL of the bench, a statement at a time: one ends with a semicolon at the end of a line, outside of quotes. */
final class Scripts {

    private Scripts() {}

    static List<String> statements(String name) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : read(name).split("\n", -1)) {
            statement.append(line).append('\n');
            boolean quoted = statement.toString().split("\\$\\$", -1).length % 2 == 0;
            if (line.endsWith(";") && !quoted) {
                String whole = statement.toString().strip();
                statements.add(whole.substring(0, whole.length() - 1));
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static String read(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream("/bench/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
