package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the guide that says which test holds which row of the acceptance matrix. */
class AcceptanceRowsTest {

    private static final Pattern LINE = Pattern.compile("(?m)^\\| (S\\d\\d(?:, S\\d\\d)*) \\| ([^|]*) \\|");
    private static final Path PAGE = Path.of("ig", "pages", "access.md");

    private final Map<String, List<String>> held = held();

    private static Map<String, List<String>> held() {
        Map<String, List<String>> held = new TreeMap<>();
        Matcher line = LINE.matcher(text(PAGE));
        while (line.find()) {
            List<String> tests = List.of(line.group(2).replace("`", "").split(", "));
            for (String row : line.group(1).split(", ")) {
                assertThat(held.put(row, tests)).as(row + " stands twice").isNull();
            }
        }
        return held;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesEveryRowThatIsToHold() {
        Stream<Integer> later = Stream.concat(IntStream.rangeClosed(53, 76).boxed(), Stream.of(78, 83, 84, 85, 86, 87));
        Stream<Integer> all =
                Stream.concat(IntStream.rangeClosed(1, 48).boxed(), later).sorted();

        assertThat(held.keySet())
                .containsExactlyElementsOf(all.map("S%02d"::formatted).toList());
    }

    @Test
    void namesTestsThatNameTheRow() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
            sources = files.filter(Files::isRegularFile).toList();
        }
        held.forEach((row, tests) -> assertThat(tests).as(row).allSatisfy(test -> {
            List<Path> found = sources.stream()
                    .filter(file ->
                            file.endsWith(test + ".java") || file.toString().contains(test + "/"))
                    .toList();
            assertThat(found).as("is there").isNotEmpty();
            assertThat(found).as("names the row").anyMatch(file -> names(text(file), row));
        }));
    }

    private static boolean names(String source, String row) {
        return Pattern.compile("\\b" + row + "\\b").matcher(source).find();
    }
}
