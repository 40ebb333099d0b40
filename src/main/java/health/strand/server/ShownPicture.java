package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.imaging.KeptRendition;
import health.strand.imaging.PictureFormat;
import health.strand.imaging.Rendition;
import health.strand.imaging.UnreadablePicture;
import health.strand.vault.FileHandle;
import health.strand.visibility.FilesAside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;

/**
 * A picture in the size it is asked for, made of the smallest there is that is large enough. Whether it may be seen is decided
 * on the picture and its file, before it is known what else is kept of it.
 */
final class ShownPicture {

    private final PictureFiles files;
    private final KeptRenditions renditions;

    ShownPicture(PictureFiles files, KeptRenditions renditions) {
        this.files = files;
        this.renditions = renditions;
    }

    /** The file, with what is shown as its content. */
    Binary of(IdType picture, AskedSize asked, RequestDetails request) throws UnreadablePicture {
        FilesAside aside = new FilesAside();
        Binary file = aside.during(() -> files.of(picture, request));
        byte[] held = content(file);
        FileHandle stored = aside.fileOf(held).orElse(null);
        try {
            return with(file, stored == null ? made(held, asked) : made(stored, asked));
        } catch (NoSuchFileException moved) {
            // since it was read
            Binary now = files.of(picture, request);
            return with(now, made(content(now), asked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rendition made(FileHandle stored, AskedSize asked) throws IOException, UnreadablePicture {
        Optional<byte[]> kept = renditions.kept(stored, asked.width());
        return kept.isPresent()
                ? KeptRendition.shown(kept.get(), asked.width(), asked.format())
                : made(renditions.whole(stored), asked);
    }

    private static Rendition made(byte[] data, AskedSize asked) throws UnreadablePicture {
        return Rendition.of(
                data,
                asked.width(),
                asked.format().or(() -> PictureFormat.of(data)).orElse(PictureFormat.PNG));
    }

    private static byte[] content(Binary file) {
        return file.hasData() ? file.getData() : new byte[0];
    }

    private static Binary with(Binary file, Rendition shown) {
        return file.copy().setData(shown.file()).setContentType(shown.format().type());
    }
}
