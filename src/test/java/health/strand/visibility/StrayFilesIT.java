package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.dicom.WrittenDicom;
import health.strand.server.RunningStrand;
import health.strand.vault.Bodies;
import health.strand.vault.FileStore;
import health.strand.vault.Folders;
import health.strand.vault.SealBroken;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files nobody refers to, beside those of the clinic that was loaded through the API. */
class StrayFilesIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private static final Instant FOREVER = Instant.parse("2999-01-01T00:00:00Z");

    private final FileStore store = STRAND.bean(FileStore.class);
    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());

    @TempDir
    private Path elsewhere;

    private static StrayFiles stray(FileStore files, Duration later) {
        return new StrayFiles(
                STRAND.bean(DataSource.class),
                STRAND.bean(Bodies.class),
                files,
                Clock.offset(Clock.systemUTC(), later));
    }

    private static String name() {
        return UUID.randomUUID().toString().replace("-", "") + "-1";
    }

    private static String storedPicture() {
        byte[] video = new byte[80_000];
        new Random(11).nextBytes(video);
        HttpResponse<String> answer = STRAND.post(
                STRAND.token("loader"),
                "Binary",
                "{\"resourceType\":\"Binary\",\"contentType\":\"application/dicom\",\"securityContext\":{\"reference\":\"Patient/"
                        + STRAND.id("ana") + "\"},\"data\":\""
                        + WrittenDicom.base64(video) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/(Binary/[^/]+).*", "$1");
    }

    @Test
    void removesWhatNobodyRefersToAndNothingElse() throws IOException {
        String picture = storedPicture();
        String left = name();
        store.put(left, out -> out.write(7));
        Set<String> before = store.storedBefore(FOREVER);

        assertThat(stray(store, Duration.ofHours(23)).remove()).as("too young").isZero();
        assertThat(stray(store, Duration.ofDays(2)).remove()).isPositive();

        assertThat(store.storedBefore(FOREVER)).doesNotContain(left).hasSizeLessThan(before.size());
        assertThat(STRAND.get(STRAND.token("loader"), picture).statusCode()).isEqualTo(200);
        assertThat(stray(store, Duration.ofDays(2)).remove()).isZero();
        STRAND.delete(STRAND.token("loader"), picture);
    }

    @Test
    void removesNothingWhenABodyCannotBeRead() throws IOException {
        String picture = storedPicture();
        String left = name();
        store.put(left, out -> out.write(7));
        String broken = "res_text_vc = overlay(res_text_vc placing '%s' from 40) where pid = ?";
        long pid = owner.queryForObject("select max(pid) from strand.bodies_with_files(0, 1000000)", Long.class);
        String body = owner.queryForObject("select res_text_vc from hfj_res_ver where pid = ?", String.class, pid);
        try {
            owner.update("update hfj_res_ver set " + broken.formatted(body.charAt(39) == 'A' ? 'B' : 'A'), pid);

            assertThatThrownBy(() -> stray(store, Duration.ofDays(2)).remove()).isInstanceOf(SealBroken.class);
            assertThat(store.storedBefore(FOREVER)).contains(left);
        } finally {
            owner.update("update hfj_res_ver set res_text_vc = ? where pid = ?", body, pid);
            store.delete(left);
            STRAND.delete(STRAND.token("loader"), picture);
        }
    }

    @Test
    void removesNothingOfFilesThatBelongToAnotherDatabase() throws IOException {
        Folders others = new Folders(elsewhere);
        for (String each : IntStream.range(0, 101).mapToObj(number -> name()).toList()) {
            others.put(each, out -> out.write(1));
        }

        assertThat(stray(others, Duration.ofDays(2)).remove()).isZero();
        assertThat(others.storedBefore(FOREVER)).hasSize(101);
    }
}
