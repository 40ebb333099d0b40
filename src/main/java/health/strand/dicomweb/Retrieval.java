package health.strand.dicomweb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import health.strand.dicom.DicomFile;
import health.strand.dicom.DicomJson;
import health.strand.dicom.UnreadableDicom;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Gives objects as they were stored, and what their headers say.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.4">PS3.18 section 10.4</a>
 */
final class Retrieval {

    static final String JSON = "application/dicom+json";

    /** What breaks off must not end as if it were whole. */
    private static final JsonFactory UNFINISHED = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final RequestersRecord record;
    private final String base;
    private final String boundary;

    /**
     * @param base the address of this endpoint
     * @param boundary stands between the parts of an answer and nowhere in them
     */
    Retrieval(RequestersRecord record, String base, String boundary) {
        this.record = record;
        this.base = base;
        this.boundary = boundary;
    }

    /** The files, byte for byte. */
    Reply whole(List<Instance> instances, Level level, Accepted accepted) throws IOException, Refused {
        if (accepted.takesParts(Instances.TYPE)) {
            GivenInstances given = new GivenInstances(record, instances);
            return new Reply(PartsWriter.type(Instances.TYPE, boundary), out -> parts(given, out));
        }
        if (level == Level.INSTANCE && accepted.takes(Instances.TYPE)) {
            GivenInstances given = new GivenInstances(record, instances);
            return new Reply(Instances.TYPE, out -> one(given, out));
        }
        throw Refused.notAcceptable("what is stored is given as `multipart/related` of `application/dicom`");
    }

    private void parts(GivenInstances given, OutputStream out) throws IOException {
        PartsWriter parts = new PartsWriter(out, boundary);
        try (given) {
            while (given.next()) {
                try (InputStream file = given.file().from(0)) {
                    parts.part(Instances.TYPE, given.instance().address(base, Level.INSTANCE), file);
                }
            }
        }
        parts.end();
    }

    private static void one(GivenInstances given, OutputStream out) throws IOException {
        try (given;
                InputStream file = given.file().from(0)) {
            file.transferTo(out);
        }
    }

    /** The headers, without pixels and other long values. */
    Reply metadata(List<Instance> instances, Accepted accepted) throws IOException, Refused {
        if (!accepted.takes(JSON) && !accepted.takes("application/json")) {
            throw Refused.notAcceptable("metadata is given as `application/dicom+json`");
        }
        GivenInstances given = new GivenInstances(record, instances);
        return new Reply(JSON, out -> metadata(given, out));
    }

    private static void metadata(GivenInstances given, OutputStream out) throws IOException {
        try (given;
                JsonGenerator json = UNFINISHED.createGenerator(out)) {
            DicomJson writer = new DicomJson(json, element -> "");
            json.writeStartArray();
            while (given.next()) {
                try (InputStream file = given.file().from(0)) {
                    writer.write(DicomFile.read(file).data());
                } catch (UnreadableDicom e) {
                    // it came by another way, as it is; there is nothing to say of it
                }
            }
            json.writeEndArray();
        }
    }
}
