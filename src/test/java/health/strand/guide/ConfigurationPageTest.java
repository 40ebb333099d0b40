package health.strand.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** A key that is read and not explained is a key nobody sets right. */
class ConfigurationPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.A-Z_-]+)` \\|", Pattern.MULTILINE);
    private static final Pattern ASKED_BY_NAME =
            Pattern.compile("\"(strand\\.(?:smart|database|receipts)?\\.?[a-z-]+)\"");

    @Test
    void explainsEveryKeyTheServerReadsAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>(keysOfRecords());
        read.addAll(keysOfDefaults());

        assertThat(documented()).isEqualTo(read);
    }

    /** Keys that are asked for by name, before they are bound. */
    @Test
    void asksByNameOnlyForKeysThatAreBound() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "health", "strand", "server"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith("Preflight.java"))
                    .toList()) {
                ASKED_BY_NAME.matcher(Files.readString(source)).results().forEach(found -> asked.add(found.group(1)));
            }
        }

        assertThat(asked).isNotEmpty().isSubsetOf(keysOfRecords());
    }

    private static Set<String> documented() throws IOException {
        String page = Files.readString(Path.of("ig", "pages", "configuration.md"));
        return ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysOfRecords() {
        ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return records.findCandidateComponents("health.strand").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(ConfigurationPageTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        assertThat(type.isRecord()).as(type + " is a record").isTrue();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
    }

    private static Set<String> keysOfDefaults() throws IOException {
        return new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yml")).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
