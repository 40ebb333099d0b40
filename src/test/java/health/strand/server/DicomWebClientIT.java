package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.outside.Dcmtk;
import health.strand.outside.Npm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of many viewers, as its authors published it, finds, shows and stores DICOM. */
class DicomWebClientIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Path CLIENT = Path.of("src", "test", "dicom");

    @TempDir
    private Path folder;

    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("viewer", "a study of two", List.of()));
    private final String study = DicomWebCalls.uid();
    private final String series = DicomWebCalls.uid();

    @BeforeAll
    static void install() throws Exception {
        Dcmtk.install();
        Npm.install(CLIENT);
    }

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    @Test
    void worksWithAnUnmodifiedClient() throws Exception {
        String first = DicomWebCalls.uid();
        String second = DicomWebCalls.uid();
        Path jpeg = photograph("jpeg", first);
        Path plain = Dcmtk.decompressed(photograph("plain", second));
        ProcessBuilder client =
                new ProcessBuilder("node", CLIENT.resolve("client.mjs").toString()).redirectErrorStream(true);
        client.environment()
                .putAll(Map.of(
                        "BASE",
                        DicomWebCalls.address(""),
                        "LOADER",
                        STRAND.token("loader"),
                        "STAFF",
                        STRAND.token("sora"),
                        "STRANGER",
                        STRAND.token("ito"),
                        "FILES",
                        jpeg + "," + plain,
                        "STUDY",
                        study,
                        "SERIES",
                        series,
                        "INSTANCES",
                        first + "," + second));
        Process running = client.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(each -> each.startsWith("ok "))).as(said).hasSize(7);
    }

    private Path photograph(String name, String uid) throws Exception {
        return Dcmtk.photograph(
                folder,
                name,
                Map.of(
                        "PatientID", world.key(),
                        "Modality", "XC",
                        "StudyInstanceUID", study,
                        "SeriesInstanceUID", series,
                        "SOPInstanceUID", uid));
    }
}
