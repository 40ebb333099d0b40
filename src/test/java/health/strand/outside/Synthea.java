package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Synthea, a program that invents charts, run as a program of its own with libraries of its own. Its seeds and its day
 * are fixed, so that it always invents the same ten people; what it wrote is kept until its version or arguments change.
 */
final class Synthea {

    private static final Path PROJECT = Path.of("src", "test", "synthea", "pom.xml");
    private static final Path FOLDER = Path.of("target", "synthea");
    private static final Path CLASS_PATH = FOLDER.resolve("classpath");
    private static final Path RECORDS = FOLDER.resolve("records");
    private static final Path MADE_WITH = FOLDER.resolve("made-with");
    private static final long MOST_SECONDS = 300;

    private static final List<String> ARGUMENTS = List.of(
            "-p",
            "10",
            // of the age in which people come to such a clinic, and alive
            "-a",
            "18-50",
            "-s",
            "1",
            "-cs",
            "1",
            "-r",
            "20261102",
            "-e",
            "20261102",
            "--exporter.baseDirectory=" + RECORDS + "/",
            "--exporter.fhir.us_core_version=6.1.0",
            "--exporter.hospital.fhir.export=true",
            "--exporter.practitioner.fhir.export=true",
            "--exporter.years_of_history=2",
            "Massachusetts");

    private Synthea() {}

    /** The files in the order in which they can be loaded: who works where, then a transaction for each patient. */
    static List<Path> records() throws IOException, InterruptedException {
        String wanted = Files.readString(PROJECT) + ARGUMENTS;
        if (!Files.exists(MADE_WITH) || !Files.readString(MADE_WITH).equals(wanted)) {
            FileSystemUtils.deleteRecursively(FOLDER);
            Files.createDirectories(FOLDER);
            fetch();
            invent();
            Files.writeString(MADE_WITH, wanted);
        }
        try (Stream<Path> files = Files.list(RECORDS.resolve("fhir"))) {
            return files.sorted(Comparator.comparing(Synthea::place).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static int place(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith("hospitalInformation")) {
            return 0;
        }
        return name.startsWith("practitionerInformation") ? 1 : 2;
    }

    /** Maven alone knows where its libraries are; the pom of the server has none of them. */
    private static void fetch() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "mvn",
                "-B",
                "-q",
                "-f",
                PROJECT.toString(),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + CLASS_PATH.toAbsolutePath()));
        String repository = System.getProperty("localRepository");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        run(command, "fetch.log");
    }

    private static void invent() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                "App"));
        command.addAll(ARGUMENTS);
        run(command, "run.log");
    }

    private static void run(List<String> command, String log) throws IOException, InterruptedException {
        Path output = FOLDER.resolve(log);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends; see %s", command.get(0), output).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
