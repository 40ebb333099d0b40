package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of the guide that says since when a capability is true, and which test shows it. */
class CapabilityRowsTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d+\\.\\d+\\.\\d+) \\| `([A-Za-z]+)\\.([A-Za-z]+)` \\|$");
    private static final Pattern OPEN_VERSION = Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)-SNAPSHOT</version>");

    /** A line of the table. */
    private record Row(String capability, String since, String test, String method) {}

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher line = LINE.matcher(text(Path.of("ig", "pages", "smart.md")));
        while (line.find()) {
            rows.add(new Row(line.group(1), line.group(2), line.group(3), line.group(4)));
        }
        return rows;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void namesEveryCapabilityOnceAndInItsOrder() {
        JsonNode document = new ObjectMapper()
                .valueToTree(new SmartConfiguration(
                                new SmartProperties(
                                        URI.create("https://id.example"), "https://fhir.example/fhir", null),
                                List.of(),
                                BrandTest.brand(BrandTest.plain()),
                                "https://fhir.example/app-state")
                        .document());
        List<String> claimed = new ArrayList<>();
        document.path("capabilities").forEach(each -> claimed.add(each.asText()));
        document.at("/associated_endpoints/0/capabilities").forEach(each -> claimed.add(each.asText()));

        assertThat(rows).extracting(Row::capability).isEqualTo(claimed);
    }

    @Test
    void namesVersionsThatAreOutOrUnderWay() {
        Matcher open = OPEN_VERSION.matcher(text(Path.of("pom.xml")));
        String underWay = open.find() ? open.group(1) : "";
        String changes = text(Path.of("CHANGELOG.md"));

        assertThat(rows)
                .extracting(Row::since)
                .allMatch(since -> since.equals(underWay) || changes.contains("\n## [" + since + "]"));
    }

    @TestFactory
    Stream<DynamicTest> namesTestsThatAreThere() {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.capability(), () -> {
                    Method method = load(row.test()).getDeclaredMethod(row.method());

                    assertThat(method.isAnnotationPresent(Test.class))
                            .as(method + " is a test")
                            .isTrue();
                }));
    }

    /** Without initializing it, which would start a server. */
    private static Class<?> load(String simpleName) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path source = files.filter(file -> file.endsWith(simpleName + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + simpleName));
            String name =
                    TESTS.relativize(source).toString().replace(".java", "").replace('/', '.');
            return Class.forName(name, false, Objects.requireNonNull(CapabilityRowsTest.class.getClassLoader()));
        }
    }
}
