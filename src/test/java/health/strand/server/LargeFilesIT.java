package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.dicom.WrittenDicom;
import health.strand.publication.MarkedPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files of a hundred mebibytes come in as they are, and are in memory once meanwhile. */
class LargeFilesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int MIB = 1024 * 1024;
    private static final String DICOM = "application/dicom";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String loader = STRAND.token("loader");
    private final String patient = STRAND.created("Patient", "'name':[{'family':'Large'}]");

    /** A file of that size exactly. */
    private static byte[] dicom(int size) {
        int head = WrittenDicom.holding(new byte[0]).length;
        byte[] pixels = new byte[size - head];
        new Random(size).nextBytes(pixels);
        return WrittenDicom.holding(pixels);
    }

    private HttpResponse<String> send(String type, BodyPublisher body) {
        return STRAND.send(STRAND.request(loader, "Binary")
                .header("Content-Type", type)
                .header("X-Security-Context", patient)
                .POST(body));
    }

    private static String stored(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/(Binary/[^/]+)/_history/.*", "$1");
    }

    private byte[] read(String path, String type) throws Exception {
        return http.send(
                        STRAND.request(loader, path)
                                .header("Accept", type)
                                .GET()
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void comeInWholeAndOnceInMemory() throws Exception {
        stored(send(DICOM, BodyPublishers.ofByteArray(dicom(2 * MIB))));
        List<java.nio.file.Path> files = STRAND.files();
        byte[] file = dicom(100 * MIB);
        long before = Answering.allocated();
        HttpResponse<String> answer = send(DICOM, BodyPublishers.ofByteArray(file));
        long used = Answering.allocated() - before;
        String path = stored(answer);
        assertThat(answer.body()).as("it is not sent back").isEmpty();
        assertThat(used / MIB).as("of which the file is 100").isLessThan(150);
        assertThat(STRAND.files()).as("what it was kept in meanwhile is gone").hasSize(files.size() + 1);
        assertThat(Arrays.equals(read(path, DICOM), file)).isTrue();

        assertThat(send(DICOM, BodyPublishers.ofByteArray(dicom(100 * MIB + 1))).statusCode())
                .isEqualTo(413);
        byte[] unsaid = dicom(20 * MIB);
        String other = stored(send(DICOM, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(unsaid))));
        assertThat(Arrays.equals(read(other, DICOM), unsaid)).isTrue();
    }

    /** Of what is there already nothing is read. */
    @Test
    void areInMemoryOnceWhenTheyAreSentAgain() {
        byte[] file = dicom(50 * MIB);
        String first = stored(send(DICOM, BodyPublishers.ofByteArray(file)));
        long before = Answering.allocated();
        HttpResponse<String> again = send(DICOM, BodyPublishers.ofByteArray(file));
        assertThat((Answering.allocated() - before) / MIB).isLessThan(75);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.headers().map().toString()).contains(first);
    }

    @Test
    void comeInSeveralAtOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> send(DICOM, BodyPublishers.ofByteArray(dicom(30 * MIB + 2 * each)))))
                .toList();
        for (CompletableFuture<HttpResponse<String>> each : all) {
            assertThat(read(stored(each.join()), DICOM)).hasSizeGreaterThanOrEqualTo(30 * MIB);
        }
    }

    @Test
    void areLookedAtAndReplacedLikeOthers() throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(MarkedPictures.jpeg("CANARYlarge", 6, 640, 480));
        sent.writeBytes(new byte[3 * MIB]);
        String path = stored(send("image/jpeg", BodyPublishers.ofByteArray(sent.toByteArray())));
        byte[] file = read(path, "image/jpeg");
        assertThat(file).hasSizeLessThan(MIB);
        assertThat(MarkedPictures.holds(file, "CANARYlarge")).isFalse();
        assertThat(Answers.json(STRAND.get(loader, "Provenance?target=" + path))
                        .path("total")
                        .asInt())
                .isEqualTo(1);

        HttpResponse<String> changed = STRAND.send(STRAND.request(loader, path)
                .header("Content-Type", DICOM)
                .header("X-Security-Context", patient)
                .PUT(BodyPublishers.ofByteArray(dicom(4 * MIB))));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(Arrays.equals(read(path, DICOM), dicom(4 * MIB))).isTrue();

        byte[] cut = Arrays.copyOf(dicom(5 * MIB), 4 * MIB);
        HttpResponse<String> refused = send(DICOM, BodyPublishers.ofByteArray(cut));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(send("image/tiff", BodyPublishers.ofByteArray(cut)).statusCode())
                .isEqualTo(422);
        assertThat(STRAND.send(STRAND.request("", "Binary")
                                .header("Content-Type", DICOM)
                                .POST(BodyPublishers.ofByteArray(cut)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void areAnsweredWithoutContentWhereNoneIsWanted() {
        HttpResponse<String> answer = STRAND.send(STRAND.request(loader, "Patient")
                .header("Content-Type", "application/fhir+json")
                .header("Prefer", "return=minimal")
                .POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void countByWhatTheyUnpackTo() throws IOException {
        byte[] json = ("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Packed\"}]}" + " ".repeat(65 * MIB))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(packed(json).statusCode()).isEqualTo(413);
        HttpResponse<String> small = packed(Arrays.copyOf(json, 2000));
        assertThat(small.statusCode()).as(small.body()).isEqualTo(201);
    }

    private HttpResponse<String> packed(byte[] json) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(json);
        }
        return STRAND.send(STRAND.request(loader, "Patient")
                .header("Content-Type", "application/fhir+json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    }
}
