package health.strand.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN)");
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d+\\.\\d+.*");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> compose() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(DOCKER.resolve("compose.yaml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>)
                java.util.Objects.requireNonNull(compose().get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) service.getOrDefault("environment", Map.of());
    }

    @Test
    @SuppressWarnings("unchecked")
    void publishesTheProxyAndNothingElse() {
        services().forEach((name, service) -> {
            List<String> ports = (List<String>) service.getOrDefault("ports", List.of());
            if (name.equals("proxy")) {
                assertThat(ports).containsExactly("80:80", "443:443");
            } else {
                assertThat(ports).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    void keepsNoSecret() {
        services()
                .forEach((name, service) -> assertThat(environment(service).keySet())
                        .as(name)
                        .noneMatch(key -> SECRET.matcher(key).matches()));
        assertThat(read(DOCKER.resolve(".gitignore")).lines()).contains("secrets/", ".env");
    }

    @Test
    void pinsWhatItIsMadeOf() {
        Stream<String> images = services().values().stream()
                .filter(service -> service.containsKey("image"))
                .map(service -> String.valueOf(service.get("image")));
        Stream<String> bases = read(DOCKER.resolve("Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1]);
        assertThat(Stream.concat(images, bases))
                .hasSize(5)
                .allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void runsTheKeycloakThatIsTested() {
        String version = read(Path.of("pom.xml")).replaceAll("(?s).*<keycloak.version>([^<]+)<.*", "$1");
        assertThat(read(DOCKER.resolve("Dockerfile"))).contains("FROM keycloak/keycloak:" + version + " ");
        String command = read(Path.of("src/main/java/health/strand/embedded/KeycloakCommand.java"));
        for (String option : new String[] {
            "req-params-default-max-size=16000", "add-req-params-max-number=20", "add-req-params-fail-fast=true"
        }) {
            assertThat(command).contains(option);
            assertThat(read(DOCKER.resolve("identity.sh"))).contains(option);
        }
    }

    @Test
    void setsKeysThatThereAre() {
        String page = letters(read(Path.of("ig/pages/configuration.md")));
        Map<String, Object> record = java.util.Objects.requireNonNull(services().get("record"));
        assertThat(environment(record).keySet().stream().filter(key -> key.startsWith("STRAND_")))
                .hasSizeGreaterThan(5)
                .allMatch(key -> page.contains(letters(key)));
        assertThat(String.valueOf(record.get("secrets")))
                .contains("strand.database.password", "strand.database.owner-password");
    }

    /** A named volume takes its owner over from the folder of the image that it lies on. */
    @Test
    @SuppressWarnings("unchecked")
    void keepsWhatTheRecordWritesWhereItMayWrite() {
        Map<String, Object> record = java.util.Objects.requireNonNull(services().get("record"));
        Map<String, Object> named =
                (Map<String, Object>) java.util.Objects.requireNonNull(compose().get("volumes"));
        List<String> folders = ((List<String>) java.util.Objects.requireNonNull(record.get("volumes")))
                .stream()
                        .map(volume -> volume.split(":"))
                        .peek(volume -> assertThat(named).containsKey(volume[0]))
                        .map(volume -> volume[1])
                        .toList();
        String made = read(DOCKER.resolve("Dockerfile"))
                .lines()
                .filter(line -> line.contains("install -d -o strand -g strand"))
                .findFirst()
                .orElseThrow();

        assertThat(made.split(" ")).containsAll(folders);
        for (String key :
                new String[] {"STRAND_RECEIPTS_KEY_FILE", "STRAND_AUDIT_EMERGENCY_SPOOL", "STRAND_VAULT_KEYS"}) {
            String file = java.util.Objects.requireNonNull(environment(record).get(key), key);
            assertThat(folders).contains(file.substring(0, file.lastIndexOf('/')));
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z|]", "");
    }
}
