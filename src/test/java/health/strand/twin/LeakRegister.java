package health.strand.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The ways a server can tell of what it hides, and how each is asked. */
final class LeakRegister {

    /**
     * One way.
     *
     * @param asked {@code drawn}, {@code every}, {@code logs}, {@code time}, or the reason why not
     */
    record Row(String number, String path, String asked) {}

    static final List<Row> ROWS = read();

    private LeakRegister() {}

    private static List<Row> read() {
        try (InputStream file = LeakRegister.class.getResourceAsStream("/twin/leak-register.txt")) {
            List<Row> rows = new ArrayList<>();
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                if (line.startsWith("L")) {
                    String[] cells = line.split("\\|", -1);
                    rows.add(new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
