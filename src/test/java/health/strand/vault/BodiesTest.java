package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTest {

    private static final KeyOwner MARA = new KeyOwner("mara");
    private static final KeyOwner NOOR = new KeyOwner("noor");
    private static final BodyName NAME = new BodyName("Observation", 12, 3);
    private static final String BODY = "{\"resourceType\":\"Observation\",\"note\":[{\"text\":\"Kanarienvogel ä\"}]}";

    @TempDir
    private Path folder;

    private Bodies bodies;

    @BeforeEach
    void opensAVault() {
        Path file = folder.resolve("master.json");
        MasterKeyFile.makeUnlessThere(file);
        bodies = bodies(new PatientKeys(new KeysInMemory(), MasterKeyFile.open(file)));
    }

    private String sealed() {
        return bodies.seal(BODY, MARA, KeyGroup.CLINICAL, NAME);
    }

    private static Bodies bodies(PatientKeys keys) {
        return new Bodies(keys, new FileVault(keys, new CountingStore()), (file, beginning) -> {});
    }

    @Test
    void readsWhatItSealed() {
        assertThat(sealed()).doesNotContain("Kanarienvogel").matches(Bodies::isSealed);
        assertThat(bodies.open(sealed(), NAME)).isEqualTo(BODY);
    }

    @Test
    void readsWhatIsTooShortToBeMadeSmaller() {
        assertThat(bodies.open(bodies.seal("{}", MARA, KeyGroup.CLINICAL, NAME), NAME))
                .isEqualTo("{}");
        assertThat(bodies.open(bodies.seal("", MARA, KeyGroup.CLINICAL, NAME), NAME))
                .isEmpty();
    }

    @Test
    void makesLongBodiesSmaller() {
        String body = BODY.repeat(40);

        String sealed = bodies.seal(body, MARA, KeyGroup.CLINICAL, NAME);

        assertThat(sealed).hasSizeLessThan(body.length() / 4);
        assertThat(bodies.open(sealed, NAME)).isEqualTo(body);
    }

    @Test
    void sealsTheSameBodyDifferentlyEachTime() {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void readsWhatWasWrittenBeforeThereWasAVault() {
        assertThat(bodies.open(BODY, NAME)).isEqualTo(BODY);
    }

    @Test
    void noticesABodyOfAnotherResourceVersionOrType() {
        for (BodyName other : new BodyName[] {
            new BodyName("Observation", 13, 3), new BodyName("Observation", 12, 2), new BodyName("Condition", 12, 3)
        }) {
            assertThatThrownBy(() -> bodies.open(sealed(), other))
                    .as(other.toString())
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void noticesThatTwoPatientsBodiesWereExchanged() {
        BodyName noors = new BodyName("Observation", 99, 1);
        String hers = bodies.seal(BODY, NOOR, KeyGroup.CLINICAL, noors);

        assertThatThrownBy(() -> bodies.open(hers, NAME)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> bodies.open(sealed(), noors)).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesTheKeyOfAnotherPatientOrGroupInTheEnvelope() {
        byte[] sealed = Base64.getDecoder().decode(sealed().substring(1));
        for (String other : new String[] {
            bodies.seal(BODY, NOOR, KeyGroup.CLINICAL, NAME), bodies.seal(BODY, MARA, KeyGroup.IMAGES, NAME)
        }) {
            byte[] changed = sealed.clone();
            System.arraycopy(Base64.getDecoder().decode(other.substring(1)), 1, changed, 1, Long.BYTES);
            String text = "~" + Base64.getEncoder().withoutPadding().encodeToString(changed);

            assertThatThrownBy(() -> bodies.open(text, NAME)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] sealed = Base64.getDecoder().decode(sealed().substring(1));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            String text = "~" + Base64.getEncoder().withoutPadding().encodeToString(changed);

            assertThatThrownBy(() -> bodies.open(text, NAME)).as("byte %d", at).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void noticesEveryTruncation() {
        String sealed = sealed();
        for (int length = 1; length < sealed.length(); length++) {
            String text = sealed.substring(0, length);

            assertThatThrownBy(() -> bodies.open(text, NAME)).as(text).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void saysNothingOfTheBodyWhenTheSealIsBroken() {
        assertThatThrownBy(() -> bodies.open(sealed(), new BodyName("Observation", 13, 3)))
                .hasMessage("body 13/3 is not what was stored under its name");
    }
}
