package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import health.strand.imaging.PictureFormat;
import health.strand.imaging.Pictures;
import health.strand.imaging.Rendition;
import health.strand.vault.Bodies;
import health.strand.vault.FileHandle;
import health.strand.vault.FileStore;
import health.strand.vault.FileVault;
import health.strand.vault.KeyGroup;
import health.strand.vault.KeyOwner;
import health.strand.vault.PatientKeys;
import health.strand.visibility.RenewedBodies;
import health.strand.visibility.StrayFiles;
import health.strand.visibility.WaitingRenditions;
import io.micrometer.core.instrument.MeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The smaller pictures beside stored ones: made in the background, used, and gone with their file. */
class KeptRenditionsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final Instant FOREVER = Instant.parse("2999-01-01T00:00:00Z");
    private static final byte[] PICTURE = Pictures.noise(1_501, 67);

    private final FileStore store = STRAND.bean(FileStore.class);
    private final WaitingRenditions waiting = STRAND.bean(WaitingRenditions.class);
    private final KeptRenditions renditions = STRAND.bean(KeptRenditions.class);
    private final DataSource requests = STRAND.bean(DataSource.class);
    private final CaseWorld world =
            new CaseWorld(STRAND, AccessCase.world("renditions", "a patient with a picture", List.of()));
    private final String patient = world.item("patient");
    private final String own = STRAND.tokenOfPatient(patient);

    private static String created(String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + "}";
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/(" + type + "/[^/]+).*", "$1");
    }

    /** A picture of the patient's. */
    private String media() {
        String file = created(
                "Binary",
                "'contentType':'image/png','securityContext':{'reference':'" + patient + "'},'data':'"
                        + Base64.getEncoder().encodeToString(PICTURE) + "'");
        return created(
                "Media",
                "'status':'completed','subject':{'reference':'" + patient
                        + "'},'content':{'contentType':'image/png','url':'" + file + "'}");
    }

    private Set<String> stored() throws IOException {
        return store.storedBefore(FOREVER);
    }

    private Set<String> since(Set<String> before) throws IOException {
        Set<String> fresh = new TreeSet<>(stored());
        fresh.removeAll(before);
        return fresh;
    }

    /** The background works at it too. */
    private void makeAll() throws InterruptedException {
        for (int turn = 0; turn < 600 && waiting.count() > 0; turn++) {
            if (renditions.makeSome() == 0) {
                Thread.sleep(100);
            }
        }
        assertThat(waiting.count()).isZero();
    }

    private static List<String> withRenditions(String file) {
        return List.of(file, file + "-1280", file + "-160");
    }

    private byte[] rendered(String media, String asked) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(STRAND.base() + "/" + media + "/$rendered?" + asked))
                                .header("Authorization", "Bearer " + own)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static double fetched() {
        return STRAND.bean(MeterRegistry.class)
                .get("strand.vault.read")
                .counter()
                .count();
    }

    @Test
    void areMadeAfterIntakeAndUsed() throws Exception {
        makeAll();
        Set<String> before = stored();
        String media = media();
        makeAll();
        Set<String> fresh = since(before);
        String file = fresh.iterator().next();
        assertThat(fresh).containsExactlyElementsOf(withRenditions(file));

        double fetched = fetched();
        byte[] thumbnail = rendered(media, "width=160");
        assertThat(fetched() - fetched).isLessThan(PICTURE.length / 2.0);
        assertThat(thumbnail)
                .isEqualTo(Rendition.of(PICTURE, 160, PictureFormat.PNG).file());
        for (int width : new int[] {100, 161, 1_024, 1_279, 1_280, 1_281, 4_000}) {
            Rendition direct = Rendition.of(PICTURE, width, PictureFormat.PNG);
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(rendered(media, "width=" + width)));
            assertThat(shown.getWidth()).isEqualTo(direct.width());
            assertThat(shown.getHeight()).as("%d wide", width).isEqualTo(direct.height());
        }
        assertThat(PictureFormat.of(rendered(media, "width=160&format=image/jpeg")))
                .contains(PictureFormat.JPEG);
        assertThat(new Trail(STRAND).lines(STRAND.get(own, media + "/$rendered?width=160")))
                .containsExactly("operation $rendered 0 " + patient.substring("Patient/".length()) + " " + media);
    }

    @Test
    void haveNoAddress() throws Exception {
        makeAll();
        Set<String> before = stored();
        media();
        makeAll();
        String never = "Binary/never-was-there";
        for (String name : since(before)) {
            HttpResponse<String> answer = STRAND.get(own, "Binary/" + name);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body().replace(name, "never-was-there"))
                    .isEqualTo(STRAND.get(own, never).body());
        }
    }

    @Test
    void stayWithTheirFileAndGoWhenNobodyRefersToIt() throws Exception {
        makeAll();
        Set<String> before = stored();
        media();
        FileHandle left = STRAND.bean(FileVault.class)
                .put(KeyOwner.of(person()), KeyGroup.IMAGES, new ByteArrayInputStream(PICTURE));
        waiting.add(left);
        makeAll();
        assertThat(since(before)).hasSize(6).containsAll(left.names());

        int removed = new StrayFiles(
                        requests, STRAND.bean(Bodies.class), store, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)))
                .remove();

        assertThat(removed).isGreaterThanOrEqualTo(3);
        assertThat(since(before)).hasSize(3).doesNotContainAnyElementsOf(left.names());
    }

    private PatientId person() {
        return new PatientId(patient.substring("Patient/".length()));
    }

    @Test
    void areMadeAnewUnderAFreshKey() throws Exception {
        makeAll();
        Set<String> before = stored();
        String media = media();
        makeAll();
        String former = since(before).iterator().next();
        assertThat(STRAND.post(STRAND.token("dara"), patient + "/$renew-keys", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(200);
        RenewedBodies worker = new RenewedBodies(
                requests,
                new TransactionTemplate(new DataSourceTransactionManager(requests)),
                STRAND.bean(PatientKeys.class),
                STRAND.bean(Bodies.class),
                Duration.ZERO);
        while (worker.sealSome() > 0) {
            // one turn after the other
        }
        makeAll();

        String now = FileHandle.parse(former)
                .map(file -> file.id() + "-" + (file.version() + 1))
                .orElseThrow();
        assertThat(since(before)).containsExactlyElementsOf(withRenditions(now));
        assertThat(rendered(media, "width=160"))
                .isEqualTo(Rendition.of(PICTURE, 160, PictureFormat.PNG).file());
    }

    /** All of it in one transaction, which the work in the background does not see. */
    @Test
    void areMadeByTheNextWhereAWorkerWasStopped() throws Exception {
        makeAll();
        DataSourceTransactionManager manager = new DataSourceTransactionManager(requests);
        TransactionTemplate within = new TransactionTemplate(manager);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        WaitingRenditions turns = new WaitingRenditions(requests, within);
        FileHandle picture = STRAND.bean(FileVault.class)
                .put(KeyOwner.of(person()), KeyGroup.IMAGES, new ByteArrayInputStream(PICTURE));
        List<FileHandle> taken = new ArrayList<>();

        new TransactionTemplate(manager).executeWithoutResult(outer -> {
            turns.add(picture);
            assertThatThrownBy(() -> turns.takeOne(file -> {
                        throw new IllegalStateException("stopped");
                    }))
                    .hasMessage("stopped");
            assertThat(turns.count()).isOne();
            assertThat(turns.takeOne(taken::add)).isOne();
            assertThat(turns.takeOne(taken::add)).isZero();
        });

        assertThat(taken).containsExactly(picture);
        STRAND.bean(FileVault.class).delete(picture);
    }

    @Test
    void areMadeOfTheOthersWhereOnePictureIsBroken() throws Exception {
        makeAll();
        FileVault vault = STRAND.bean(FileVault.class);
        byte[] half = Arrays.copyOf(PICTURE, PICTURE.length / 2);
        FileHandle broken = vault.put(KeyOwner.of(person()), KeyGroup.IMAGES, new ByteArrayInputStream(half));
        FileHandle good = vault.put(KeyOwner.of(person()), KeyGroup.IMAGES, new ByteArrayInputStream(PICTURE));
        waiting.add(broken);
        waiting.add(good);

        makeAll();

        assertThat(stored()).containsAll(good.names()).contains(broken.toString());
        assertThat(stored()).doesNotContain(broken + "-160", broken + "-1280");
        vault.delete(broken);
        vault.delete(good);
        assertThat(stored()).doesNotContainAnyElementsOf(good.names());
    }
}
