package health.strand.dicomweb;

import health.strand.dicom.DicomFile;
import health.strand.dicom.Frames;
import health.strand.dicom.UnreadableDicom;
import health.strand.imaging.PictureFormat;
import health.strand.imaging.Rendition;
import health.strand.imaging.UnreadablePicture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Gives single frames of one object, as they were stored or as pictures that a browser shows.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.4.1.1.6">PS3.18 section
 *     10.4.1.1.6</a>
 */
final class FrameRetrieval {

    private final RequestersRecord record;
    private final String base;
    private final String boundary;

    FrameRetrieval(RequestersRecord record, String base, String boundary) {
        this.record = record;
        this.base = base;
        this.boundary = boundary;
    }

    /** Frames in the order in which they were asked for. */
    Reply frames(List<Instance> instances, List<Integer> wanted, Accepted accepted) throws IOException, Refused {
        GivenInstances given = new GivenInstances(record, instances);
        try {
            DicomFile file = header(given);
            Frames frames = frames(file, wanted);
            String type = file.syntax().frameType();
            if (!accepted.takesParts(type)) {
                throw Refused.notAcceptable(
                        "the frames of this object are given in the form in which they were stored");
            }
            String ofPart = type + "; transfer-syntax=" + file.syntax().uid();
            return new Reply(PartsWriter.type(type, boundary), out -> parts(given, frames, wanted, ofPart, out));
        } catch (IOException | Refused | RuntimeException e) {
            given.close();
            throw e;
        }
    }

    private static DicomFile header(GivenInstances given) throws IOException, Refused {
        try (InputStream file = given.file().from(0)) {
            return DicomFile.read(file);
        } catch (UnreadableDicom e) {
            throw Refused.notAcceptable("this object has no frames that can be given");
        }
    }

    private static Frames frames(DicomFile file, List<Integer> wanted) throws Refused {
        Frames frames = Frames.of(file)
                .orElseThrow(() -> Refused.notAcceptable("this object has no frames that can be given one by one"));
        if (wanted.stream().anyMatch(each -> each > frames.count())) {
            throw Refused.notFound();
        }
        return frames;
    }

    private void parts(GivenInstances given, Frames frames, List<Integer> wanted, String type, OutputStream out)
            throws IOException {
        PartsWriter parts = new PartsWriter(out, boundary);
        try (given) {
            String address = given.instance().address(base, Level.INSTANCE) + "/frames/";
            for (int each : wanted) {
                copy(given.file(), frames.frame(each), parts.begin(type, address + each));
                parts.endPart();
            }
        }
        parts.end();
    }

    private static void copy(GivenFile file, List<Frames.Range> ranges, OutputStream out) throws IOException {
        for (Frames.Range each : ranges) {
            file.copy(each.offset(), each.length(), out);
        }
    }

    /** One frame as a picture. */
    Reply rendered(List<Instance> instances, int frame, Viewport viewport, Accepted accepted)
            throws IOException, Refused {
        PictureFormat format = format(accepted);
        try (GivenInstances given = new GivenInstances(record, instances)) {
            DicomFile file = header(given);
            Frames frames = frames(file, List.of(frame));
            List<Frames.Range> ranges = frames.frame(frame);
            if (ranges.stream().mapToLong(Frames.Range::length).sum() > Pixels.MOST_BYTES) {
                throw Refused.notAcceptable("the frame is too large to be shown as a picture");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copy(given.file(), ranges, bytes);
            byte[] picture = Pixels.picture(file, bytes.toByteArray());
            byte[] shown =
                    Rendition.of(picture, viewport.width(file.data()), format).file();
            return new Reply(format.type(), out -> out.write(shown));
        } catch (UnreadablePicture e) {
            throw Refused.notAcceptable("the frame cannot be shown as a picture");
        }
    }

    private static PictureFormat format(Accepted accepted) throws Refused {
        for (PictureFormat each : List.of(PictureFormat.JPEG, PictureFormat.PNG)) {
            if (accepted.takes(each.type())) {
                return each;
            }
        }
        throw Refused.notAcceptable("pictures are given as `image/jpeg` or `image/png`");
    }
}
