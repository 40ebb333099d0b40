package health.strand.server;

import health.strand.imaging.KeptRendition;
import health.strand.imaging.UnreadablePicture;
import health.strand.vault.FileHandle;
import health.strand.vault.FileVault;
import health.strand.vault.KeyDestroyed;
import health.strand.vault.OpenFile;
import health.strand.vault.RenditionWidth;
import health.strand.vault.SealBroken;
import health.strand.visibility.WaitingRenditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the smaller pictures that are kept beside the stored ones. What cannot be made of one picture keeps no other from being
 * made; that picture is shown, or refused, as if there had been none.
 */
final class KeptRenditions {

    private static final Logger log = LoggerFactory.getLogger(KeptRenditions.class);

    private final FileVault files;
    private final WaitingRenditions waiting;

    KeptRenditions(FileVault files, WaitingRenditions waiting) {
        this.files = files;
        this.waiting = waiting;
    }

    /** Makes those of the next picture that waits; gives 1, or 0 when none does. */
    int makeSome() {
        return waiting.takeOne(this::make);
    }

    private void make(FileHandle picture) {
        try {
            byte[] file = whole(picture);
            for (RenditionWidth width : RenditionWidth.values()) {
                Optional<byte[]> made = KeptRendition.of(file, width.pixels());
                if (made.isPresent()) {
                    files.putRendition(picture, width, new ByteArrayInputStream(made.get()));
                }
            }
        } catch (NoSuchFileException | KeyDestroyed gone) {
            // and what takes its place, if anything does, waits itself
        } catch (UnreadablePicture | SealBroken e) {
            log.warn(
                    "of file `{}` no smaller pictures are made: {}",
                    picture,
                    e.getClass().getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, to its end. */
    byte[] whole(FileHandle picture) throws IOException {
        try (OpenFile file = files.open(picture)) {
            return file.from(0).readAllBytes();
        }
    }

    /** What is kept of a picture that is at least as wide, and no wider than needed; empty when nothing is. */
    Optional<byte[]> kept(FileHandle picture, int width) throws IOException {
        RenditionWidth kept = RenditionWidth.atLeast(width).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        try (OpenFile file = files.openRendition(picture, kept)) {
            return Optional.of(file.from(0).readAllBytes());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
