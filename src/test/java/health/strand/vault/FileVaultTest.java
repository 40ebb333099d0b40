package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest {

    private static final KeyOwner MARA = new KeyOwner("mara");
    private static final KeyOwner NOOR = new KeyOwner("noor");
    private static final byte[] PICTURE = picture(1_000_000);

    private final CountingStore store = new CountingStore();

    @TempDir
    private Path folder;

    private PatientKeys keys;
    private FileVault vault;

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        byte[] canary = "canary".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(canary, 0, bytes, 0, Math.min(canary.length, size));
        return bytes;
    }

    @BeforeEach
    void opensAVault() {
        Path file = folder.resolve("master.json");
        MasterKeyFile.makeUnlessThere(file);
        keys = new PatientKeys(new KeysInMemory(), MasterKeyFile.open(file));
        vault = new FileVault(keys, store);
    }

    private FileHandle put(byte[] content) throws IOException {
        return vault.put(MARA, KeyGroup.IMAGES, new ByteArrayInputStream(content));
    }

    private byte[] read(FileHandle name) throws IOException {
        try (OpenFile file = vault.open(name)) {
            return file.from(0).readAllBytes();
        }
    }

    private byte[] stored(FileHandle name) {
        return Objects.requireNonNull(store.files.get(name.toString()));
    }

    @Test
    void readsWhatItStored() throws IOException {
        int full = Segments.LENGTH - 56;
        for (int size : new int[] {0, 1, 17, full - 1, full, full + 1, full + Segments.LENGTH - 16, 1_000_000}) {
            FileHandle name = put(picture(size));

            assertThat(read(name)).as("%d bytes", size).isEqualTo(picture(size));
            try (OpenFile file = vault.open(name)) {
                assertThat(file.size()).isEqualTo(size);
            }
        }
    }

    private byte[] rendition(FileHandle of, RenditionWidth width) throws IOException {
        try (OpenFile file = vault.openRendition(of, width)) {
            return file.from(0).readAllBytes();
        }
    }

    private void keepRendition(FileHandle of, RenditionWidth width, int size) throws IOException {
        vault.putRendition(of, width, new ByteArrayInputStream(picture(size)));
    }

    @Test
    void keepsSmallerPicturesBesideAFileAndRemovesThemWithIt() throws IOException {
        FileHandle name = put(PICTURE);
        keepRendition(name, RenditionWidth.THUMBNAIL, 500);
        keepRendition(name, RenditionWidth.WEB, 9_000);
        keepRendition(name, RenditionWidth.WEB, 8_000);

        assertThat(store.files.keySet()).isEqualTo(name.names());
        assertThat(rendition(name, RenditionWidth.THUMBNAIL)).isEqualTo(picture(500));
        assertThat(rendition(name, RenditionWidth.WEB)).as("made before").isEqualTo(picture(9_000));

        FileHandle moved = vault.renew(name, MARA, KeyGroup.IMAGES);
        vault.delete(name);

        assertThat(store.files.keySet()).containsExactly(moved.toString());
        assertThatThrownBy(() -> keepRendition(name, RenditionWidth.WEB, 100)).isInstanceOf(NoSuchFileException.class);
        assertThat(store.files.keySet()).containsExactly(moved.toString());
    }

    @Test
    void keepsNoSmallerPictureOfAFileThatGoesMeanwhile() throws IOException {
        FileHandle name = put(PICTURE);
        InputStream slow = new ByteArrayInputStream(picture(10)) {
            @Override
            public void close() {}

            @Override
            public synchronized int read(byte[] into, int at, int most) {
                store.files.remove(name.toString());
                return super.read(into, at, most);
            }

            @Override
            public synchronized long transferTo(java.io.OutputStream out) throws IOException {
                store.files.remove(name.toString());
                return super.transferTo(out);
            }
        };

        assertThatThrownBy(() -> vault.putRendition(name, RenditionWidth.WEB, slow))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(store.files).isEmpty();
    }

    @Test
    void noticesASmallerPictureInThePlaceOfAnotherOrOfTheFile() throws IOException {
        FileHandle name = put(picture(500));
        keepRendition(name, RenditionWidth.THUMBNAIL, 500);
        keepRendition(name, RenditionWidth.WEB, 500);
        byte[] thumbnail = Objects.requireNonNull(store.files.get(name + "-160"));
        store.files.put(name + "-1280", thumbnail);
        store.files.put(name.toString(), thumbnail);

        assertThatThrownBy(() -> rendition(name, RenditionWidth.WEB)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> read(name)).isInstanceOf(SealBroken.class);
    }

    @Test
    void knowsNoSmallerPictureByTheNameOfAFile() throws IOException {
        FileHandle name = put(PICTURE);

        assertThat(FileHandle.parse(name + "-160")).isEmpty();
        assertThat(FileHandle.parse(name.toString())).contains(name);
    }

    @Test
    void storesNothingReadable() throws IOException {
        FileHandle name = put(PICTURE);

        assertThat(new String(stored(name), StandardCharsets.ISO_8859_1)).doesNotContain("canary", "mara");
        assertThat(name.toString()).matches("[0-9a-f]{32}-1");
    }

    @Test
    void fetchesOfAFileOnlyThePartsThatAreAskedFor() throws IOException {
        FileHandle name = put(PICTURE);
        store.fetched.set(0);

        try (OpenFile file = vault.open(name)) {
            assertThat(file.from(500_000).readNBytes(1_000)).isEqualTo(Arrays.copyOfRange(PICTURE, 500_000, 501_000));
        }

        // the head, the last part, and the one or two parts the range lies in
        assertThat(store.fetched.get()).isBetween(1_000L, 4L * Segments.LENGTH);
    }

    /** L46: what is asked for, the last part, which proves that nothing was cut off, and no more. */
    @Test
    void fetchesLittleOfALargeFile() throws IOException {
        byte[] large = picture(20_000_000);
        FileHandle name = put(large);
        store.fetched.set(0);

        try (OpenFile file = vault.open(name)) {
            assertThat(file.from(9_999_999).readNBytes(64 * 1024))
                    .isEqualTo(Arrays.copyOfRange(large, 9_999_999, 9_999_999 + 64 * 1024));
        }

        assertThat(store.fetched.get()).isLessThan(193 * 1024);
    }

    @Test
    void tellsHowLongAFileIsWithoutItsContent() throws IOException {
        for (int size : new int[] {0, 1, Segments.LENGTH, 1_000_000}) {
            FileHandle name = put(picture(size));
            store.fetched.set(0);

            assertThat(vault.size(name)).isEqualTo(size);
            assertThat(store.fetched.get()).isLessThan(256);
        }
        FileHandle one = put(PICTURE);
        store.files.put(one.toString(), stored(put(picture(100))));
        assertThatThrownBy(() -> vault.size(one)).isInstanceOf(SealBroken.class);
    }

    @Test
    void tellsNothingOfAFileOfAPatientWhoseKeysWereDestroyed() throws IOException {
        FileHandle name = put(PICTURE);

        keys.destroy(new PatientId("mara"));

        assertThatThrownBy(() -> vault.size(name)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void noticesAFileInThePlaceOfAnother() throws IOException {
        FileHandle one = put(PICTURE);
        FileHandle other = put(picture(2_000));
        FileHandle anothers = vault.put(NOOR, KeyGroup.IMAGES, new ByteArrayInputStream(picture(300)));

        store.files.put(one.toString(), stored(other));
        store.files.put(other.toString(), stored(anothers));

        assertThatThrownBy(() -> read(one)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> read(other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesThatAFileWasCutOffAnywhere() throws IOException {
        FileHandle name = put(PICTURE);
        byte[] whole = stored(name);
        for (int length :
                new int[] {0, 3, 10, 60, 150, 4 * Segments.LENGTH, 5 * Segments.LENGTH + 77, whole.length - 1}) {
            store.files.put(name.toString(), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> vault.open(name)).as("%d bytes", length).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void noticesThatAFileWasCutOffBetweenTwoParts() throws IOException {
        FileHandle name = put(PICTURE);
        byte[] whole = stored(name);
        int head = FileHead.read(new ByteArrayInputStream(whole), FileName.itself(name))
                .length();
        for (int beyond : new int[] {0, 1, 15, 16, 17}) {
            for (int parts : new int[] {0, 1, 5}) {
                store.files.put(name.toString(), Arrays.copyOf(whole, head + parts * Segments.LENGTH + beyond));

                assertThatThrownBy(() -> vault.open(name))
                        .as("%d parts and %d bytes", parts, beyond)
                        .isInstanceOf(SealBroken.class);
            }
        }
    }

    @Test
    void noticesThatAFileWasCutOffToNothing() throws IOException {
        FileHandle name = put(PICTURE);
        byte[] whole = stored(name);
        int head = FileHead.read(new ByteArrayInputStream(whole), FileName.itself(name))
                .length();
        store.files.put(name.toString(), Arrays.copyOf(whole, head + 56));

        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesAChangedByteWhereItIsRead() throws IOException {
        FileHandle name = put(PICTURE);
        byte[] changed = stored(name).clone();
        changed[300_000] ^= 1;
        store.files.put(name.toString(), changed);

        try (OpenFile file = vault.open(name)) {
            assertThatThrownBy(() -> file.from(0).readAllBytes()).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void noticesAFormerVersionInThePlaceOfALaterOne() throws IOException {
        FileHandle first = put(PICTURE);
        FileHandle second = vault.renew(first, MARA, KeyGroup.IMAGES);
        assertThat(read(second)).isEqualTo(PICTURE);

        store.files.put(second.toString(), stored(first));

        assertThatThrownBy(() -> read(second)).isInstanceOf(SealBroken.class);
    }

    @Test
    void storesNothingOfWhatBreaksOffOnItsWay() {
        InputStream broken = new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 1;
            }
        };

        assertThatThrownBy(() -> vault.put(MARA, KeyGroup.IMAGES, broken)).isInstanceOf(IOException.class);
        assertThat(store.files).isEmpty();
    }

    @Test
    void readsNoFileOfAPatientWhoseKeysWereDestroyed() throws IOException {
        FileHandle name = put(PICTURE);

        keys.destroy(new PatientId("mara"));

        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void removesAFile() throws IOException {
        FileHandle name = put(PICTURE);

        vault.delete(name);
        vault.delete(name);

        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void knowsItsHandlesAgain() throws IOException {
        FileHandle name = put(PICTURE);

        assertThat(FileHandle.parse(name.toString())).contains(name);
        assertThat(FileHandle.parse("../" + name)).isEmpty();
    }
}
