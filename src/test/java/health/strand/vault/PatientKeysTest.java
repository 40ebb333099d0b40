package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import health.strand.vault.WrappedKeys.WrappedKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientKeysTest {

    private static final KeyOwner MARA = new KeyOwner("mara");
    private static final BodyName NAME = new BodyName("Patient", 7, 1);

    private final KeysInMemory kept = new KeysInMemory();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makesMasterKeys() {
        file = folder.resolve("master.json");
        MasterKeyFile.makeUnlessThere(file);
    }

    private PatientKeys server() {
        return new PatientKeys(kept, MasterKeyFile.open(file));
    }

    private static Bodies bodies(PatientKeys keys) {
        return new Bodies(keys, new FileVault(keys, new CountingStore()), (file, beginning) -> {});
    }

    @Test
    void makesOneKeyForEachOwnerAndGroupWhicheverServerAsksFirst() {
        PatientKeys one = server();
        PatientKeys other = server();

        assertThat(one.of(MARA, KeyGroup.CLINICAL).id())
                .isEqualTo(other.of(MARA, KeyGroup.CLINICAL).id());
        one.of(MARA, KeyGroup.IMAGES);
        one.of(new KeyOwner("noor"), KeyGroup.CLINICAL);
        assertThat(kept.kept).hasSize(3);
    }

    @Test
    void keepsNoKeyThatReadsWithoutTheMasterKey() {
        PatientKeys keys = server();
        String sealed = bodies(keys).seal("{}", MARA, KeyGroup.CLINICAL, NAME);
        Path others = folder.resolve("others.json");
        MasterKeyFile.makeUnlessThere(others);

        PatientKeys thief = new PatientKeys(kept, MasterKeyFile.open(others));

        assertThatThrownBy(() -> bodies(thief).open(sealed, NAME)).isInstanceOf(UnusableMasterKeys.class);
        assertThatThrownBy(thief::verify)
                .isInstanceOf(UnusableMasterKeys.class)
                .hasMessageContaining("bring back the file");
    }

    @Test
    void noticesAKeyPutInAnothersPlace() {
        PatientKeys keys = server();
        Bodies bodies = bodies(keys);
        String sealed = bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME);
        bodies.seal("{}", new KeyOwner("noor"), KeyGroup.CLINICAL, NAME);
        WrappedKey maras = kept.of(MARA, KeyGroup.CLINICAL).orElseThrow();
        WrappedKey noors = kept.of(new KeyOwner("noor"), KeyGroup.CLINICAL).orElseThrow();

        kept.kept.put(maras.id(), new WrappedKey(maras.id(), MARA, KeyGroup.CLINICAL, maras.master(), noors.bytes()));

        assertThatThrownBy(() -> bodies(server()).open(sealed, NAME)).isInstanceOf(SealBroken.class);
    }

    @Test
    void wrapsKeysAnewAndReadsWhatTheyEncryptedBefore() {
        PatientKeys before = server();
        String sealed = bodies(before).seal("{\"a\":1}", MARA, KeyGroup.CLINICAL, NAME);
        before.of(MARA, KeyGroup.GENETIC);
        String fresh = MasterKeyFile.renew(file);

        int done = server().wrapAnew();

        assertThat(done).isEqualTo(2);
        assertThat(kept.masters()).isEqualTo(List.of(fresh));
        assertThat(bodies(server()).open(sealed, NAME)).isEqualTo("{\"a\":1}");
        assertThat(server().wrapAnew()).isZero();
    }

    @Test
    void readsNothingOfAPatientWhoseKeysWereDestroyedAndWritesNothingMore() {
        PatientKeys keys = server();
        Bodies bodies = bodies(keys);
        String sealed = bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME);
        String others = bodies.seal("{}", new KeyOwner("noor"), KeyGroup.CLINICAL, NAME);
        bodies.open(sealed, NAME);

        assertThat(keys.destroy(new PatientId("mara"))).isEqualTo(1);

        assertThatThrownBy(() -> bodies.open(sealed, NAME)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME))
                .isInstanceOf(KeyDestroyed.class);
        assertThat(bodies.open(others, NAME)).isEqualTo("{}");
        assertThat(keys.destroy(new PatientId("mara"))).isZero();
    }

    @Test
    void startsWithoutMasterKeysOfOldOnceNothingIsWrappedByThem() {
        server().of(MARA, KeyGroup.CLINICAL);
        MasterKeyFile.renew(file);
        PatientKeys renewed = server();
        renewed.wrapAnew();

        renewed.verify();

        assertThat(kept.masters()).containsExactly(MasterKeyFile.open(file).current());
    }

    @Test
    void writesWithAFreshKeyOnceItIsRenewedAndReadsWithTheFormer() {
        PatientKeys keys = server();
        Bodies bodies = bodies(keys);
        String before = bodies.seal("{\"a\":1}", MARA, KeyGroup.CLINICAL, NAME);
        PatientKeys other = server();
        long held = other.of(MARA, KeyGroup.CLINICAL).id();

        assertThat(keys.renew(new PatientId("mara"))).isEqualTo(1);

        ReplacedKey former = keys.replaced().get(0);
        assertThat(former.id()).isEqualTo(held);
        assertThat(keys.of(MARA, KeyGroup.CLINICAL).id()).isNotEqualTo(held);
        assertThat(bodies.open(before, NAME)).isEqualTo("{\"a\":1}");
        assertThat(other.of(MARA, KeyGroup.CLINICAL).id()).isEqualTo(held);
        other.forget(former);
        assertThat(other.of(MARA, KeyGroup.CLINICAL).id())
                .isEqualTo(keys.of(MARA, KeyGroup.CLINICAL).id());
    }

    @Test
    void readsNothingWithAKeyThatWasReplacedAndEnded() {
        PatientKeys keys = server();
        Bodies bodies = bodies(keys);
        String before = bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME);
        keys.renew(new PatientId("mara"));
        String after = bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME);
        bodies.open(before, NAME);

        assertThat(keys.end(keys.replaced().get(0), Duration.ZERO)).isTrue();

        assertThatThrownBy(() -> bodies.open(before, NAME)).isInstanceOf(KeyDestroyed.class);
        assertThat(bodies.open(after, NAME)).isEqualTo("{}");
        assertThat(keys.replaced()).isEmpty();
    }

    @Test
    void renewsNothingForWhoHasNoKeysOrWasErased() {
        PatientKeys keys = server();
        keys.of(MARA, KeyGroup.CLINICAL);
        keys.destroy(new PatientId("mara"));

        assertThat(keys.renew(new PatientId("mara"))).isZero();
        assertThat(keys.renew(new PatientId("noor"))).isZero();
        assertThat(kept.kept).hasSize(1);
    }
}
