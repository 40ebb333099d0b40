package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's Orthanc with its DICOMweb plugin. It opens no port: what it does is written in a script that it runs itself. */
public final class Orthanc {

    private static final Path SCRIPT = Path.of("src", "test", "dicom", "orthanc.lua");
    private static final String PLUGIN = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Orthanc() {}

    /** Installs it. */
    public static void install() throws IOException, InterruptedException {
        Debian.install("orthanc", "orthanc-dicomweb");
    }

    /**
     * Lets it exchange a study with a DICOMweb server.
     *
     * @param folder an empty one, where its files are afterwards
     * @return what it was told
     */
    public static JsonNode exchange(Path folder, String address, String token, String study)
            throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        Path settings = folder.resolve("orthanc.json");
        json.writeValue(settings.toFile(), settings(folder, address, token));
        ProcessBuilder starting = new ProcessBuilder("Orthanc", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        starting.environment().putAll(Map.of("OUT", folder.toString(), "STUDY", study));
        Process orthanc = starting.start();
        Path told = folder.resolve("told.json");
        try {
            Instant end = Instant.now().plus(PATIENCE);
            while (orthanc.isAlive() && !Files.exists(told) && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
        } finally {
            orthanc.destroy();
            if (!orthanc.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                orthanc.destroyForcibly();
            }
        }
        String log = Files.readString(folder.resolve("log"));
        assertThat(told).as(log).exists();
        JsonNode read = json.readTree(told.toFile());
        assertThat(read.has("failed")).as(read + " " + log).isFalse();
        return read;
    }

    private static Map<String, Object> settings(Path folder, String address, String token) {
        Map<String, Object> strand = Map.of("Url", address, "HttpHeaders", Map.of("Authorization", "Bearer " + token));
        return Map.of(
                "HttpServerEnabled",
                false,
                "DicomServerEnabled",
                false,
                "StorageDirectory",
                folder.resolve("storage").toString(),
                "IndexDirectory",
                folder.resolve("storage").toString(),
                "Plugins",
                List.of(PLUGIN),
                "LuaScripts",
                List.of(SCRIPT.toAbsolutePath().toString()),
                "DicomWeb",
                Map.of("Enable", true, "Servers", Map.of("strand", strand)));
    }
}
