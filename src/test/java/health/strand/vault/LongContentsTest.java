package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LongContentsTest {

    private static final KeyOwner MARA = new KeyOwner("mara");
    private static final KeyOwner SORA = new KeyOwner("sora");
    private static final BodyName NAME = new BodyName("Binary", 12, 1);

    private final CountingStore store = new CountingStore();

    @TempDir
    private Path folder;

    private final Map<FileHandle, byte[]> told = new HashMap<>();

    private PatientKeys keys;
    private FileVault files;
    private Bodies bodies;

    @BeforeEach
    void opensAVault() {
        Path file = folder.resolve("master.json");
        MasterKeyFile.makeUnlessThere(file);
        keys = new PatientKeys(new KeysInMemory(), MasterKeyFile.open(file));
        files = new FileVault(keys, store);
        bodies = new Bodies(keys, files, (stored, beginning) -> told.put(stored, beginning));
    }

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String binary(String content) {
        return "{\"resourceType\":\"Binary\",\"contentType\":\"image/png\",\"data\":\"" + content + "\"}";
    }

    private static String binary(int size) {
        return binary(Base64.getEncoder().encodeToString(picture(size)));
    }

    private String seal(String body) {
        return bodies.seal(body, MARA, KeyGroup.IMAGES, NAME);
    }

    private static String named(String sealed) {
        return "Binary/12/1:" + sealed;
    }

    @Test
    void storesAPictureAsAFileAndGivesItBackAsItWas() {
        for (int size : new int[] {200_000, 200_001, 200_002}) {
            String sealed = seal(binary(size));

            assertThat(sealed).hasSizeLessThan(400);
            assertThat(bodies.open(sealed, NAME)).isEqualTo(binary(size));
        }
        assertThat(store.files).hasSize(3);
    }

    @Test
    void tellsOfEveryFileThatIsStoredOrMovedHowItBegins() {
        String sealed = seal(binary(200_000));
        FileHandle stored = bodies.files(named(sealed)).get(0);
        assertThat(told).containsOnlyKeys(stored);
        assertThat(told.get(stored)).isEqualTo(Arrays.copyOf(picture(200_000), NewFiles.TOLD));
        told.clear();

        String moved = bodies.sealAnew(named(sealed), SORA, KeyGroup.IMAGES);

        assertThat(told).containsOnlyKeys(bodies.files(named(moved)).get(0));
        assertThat(told.values()).allMatch(begins -> Arrays.equals(begins, 0, 16, picture(200_000), 0, 16));
    }

    @Test
    void readsOfAPictureNoMoreThanIsAskedFor() throws Exception {
        String sealed = seal(binary(500_000));
        FileHandle name = bodies.files(named(sealed)).get(0);
        store.fetched.set(0);

        try (OpenFile file = files.open(name)) {
            assertThat(file.size()).isEqualTo(500_000);
            assertThat(file.from(1_000).readNBytes(10))
                    .isEqualTo(java.util.Arrays.copyOfRange(picture(500_000), 1_000, 1_010));
        }

        assertThat(store.fetched.get()).isLessThan(200_000);
    }

    @Test
    void fetchesNoFileForWhoPassesOverContents() {
        String sealed = seal(binary(200_000));
        store.fetched.set(0);

        assertThat(bodies.read(named(sealed))).isEqualTo(binary("AA=="));
        assertThat(store.fetched.get()).isZero();
    }

    @Test
    void takesOutEveryLongContentOfABody() {
        String one = Base64.getEncoder().encodeToString(picture(80_000));
        String other = Base64.getEncoder().encodeToString(picture(90_000));
        String body = "{\"content\":[{\"attachment\":{\"data\":\"" + one + "\"}},{\"attachment\":{\"data\":\"QUJD\"}},"
                + "{\"attachment\":{\"data\":\"" + other + "\",\"title\":\"x\"}}]}";

        String sealed = seal(body);

        assertThat(bodies.files(named(sealed))).hasSize(2);
        assertThat(bodies.open(sealed, NAME)).isEqualTo(body);
    }

    @Test
    void leavesWhatItCouldNotWriteAgainAsItWas() {
        String picture = Base64.getEncoder().encodeToString(picture(100_000));
        for (String content : new String[] {
            picture.substring(0, 80_000) + " " + picture.substring(80_003),
            "1.5 2.5 ".repeat(20_000),
            picture.substring(0, picture.length() - 3) + "B==",
            "~" + "0".repeat(99_999)
        }) {
            assertThat(bodies.open(seal(binary(content)), NAME)).isEqualTo(binary(content));
        }
        assertThat(store.files).isEmpty();
    }

    @Test
    void takesNothingForAFileThatABodyMerelyNames() {
        FileHandle others = bodies.files(named(seal(binary(200_000)))).get(0);
        String body = binary("~" + others);

        assertThat(bodies.open(seal(body), NAME)).isEqualTo(body);
        String withAnother = body.replace("}", ",\"x\":" + binary(200_000) + "}");
        assertThat(bodies.open(seal(withAnother), NAME)).isEqualTo(withAnother);
    }

    @Test
    void takesNoTextForContent() {
        String text =
                "{\"text\":\"\\\"data\\\":\\\"" + Base64.getEncoder().encodeToString(picture(100_000)) + "\\\"\"}";

        assertThat(bodies.open(seal(text), NAME)).isEqualTo(text);
        assertThat(store.files).isEmpty();
    }

    @Test
    void noticesAFileInThePlaceOfAnother() {
        String sealed = seal(binary(200_000));
        seal(binary(200_001));
        byte[] last = store.files.get(store.files.keySet().stream()
                .filter(each -> !each.equals(bodies.files(named(sealed)).get(0).toString()))
                .findFirst()
                .orElseThrow());
        store.files.put(bodies.files(named(sealed)).get(0).toString(), last);

        assertThatThrownBy(() -> bodies.open(sealed, NAME)).isInstanceOf(SealBroken.class);
    }

    @Test
    void keepsNoFileOfATransactionThatComesToNothing() {
        inTransaction(TransactionSynchronization.STATUS_ROLLED_BACK, () -> {
            seal(binary(200_000));
            assertThat(store.files).hasSize(1);
        });

        assertThat(store.files).isEmpty();
    }

    @Test
    void encryptsAFileAnewWithTheBodyItBelongsTo() {
        String former = seal(binary(200_000));
        String file = store.files.keySet().iterator().next();
        String[] moved = new String[1];

        inTransaction(TransactionSynchronization.STATUS_COMMITTED, () -> {
            moved[0] = bodies.sealAnew(named(former), SORA, KeyGroup.CLINICAL);
            assertThat(bodies.open(former, NAME)).isEqualTo(binary(200_000));
        });

        assertThat(store.files).hasSize(1).doesNotContainKey(file);
        keys.destroy(new PatientId(MARA.name()));
        assertThat(bodies.open(moved[0], NAME)).isEqualTo(binary(200_000));
        keys.destroy(new PatientId(SORA.name()));
        assertThatThrownBy(() -> bodies.open(moved[0], NAME)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void keepsTheFormerFileWhenWhatReplacesItComesToNothing() {
        String former = seal(binary(200_000));
        byte[] leftBehind = {1};
        store.files.put(bodies.files(named(former)).get(0).next().toString(), leftBehind);

        inTransaction(TransactionSynchronization.STATUS_ROLLED_BACK, () -> {
            bodies.sealAnew(named(former), SORA, KeyGroup.IMAGES);
            assertThat(store.files).hasSize(3);
        });

        assertThat(store.files).hasSize(2).containsValue(leftBehind);
        assertThat(bodies.open(former, NAME)).isEqualTo(binary(200_000));
    }

    private static void inTransaction(int status, Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
            TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.afterCompletion(status));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void hidesWhatThePictureShows() {
        String sealed = seal(binary(
                Base64.getEncoder().encodeToString("canary ".repeat(20_000).getBytes(StandardCharsets.UTF_8))));

        assertThat(sealed).isNotEmpty();
        assertThat(new String(store.files.values().iterator().next(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
    }
}
