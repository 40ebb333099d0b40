package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.imaging.MediaTypes;
import health.strand.intake.SentFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * A form with the parts of a session, as it is read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
record SessionForm(Bundle session, List<SentFile> files) {

    private static final String SESSION = "session";
    private static final int MOST_PARTS = 100;
    private static final int MOST_BYTES = 100 * 1024 * 1024;

    /** Reads it; what is no such form is refused as unreadable. */
    static SessionForm read(HttpServletRequest request, FhirContext context) throws IOException, Unreadable {
        Bundle session = null;
        List<SentFile> files = new ArrayList<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (files.size() >= MOST_PARTS) {
                    throw new Unreadable("a session has at most " + MOST_PARTS + " files");
                }
                byte[] bytes = bytes(part);
                if (SESSION.equals(part.getFieldName())) {
                    session = session(bytes, context);
                } else {
                    files.add(new SentFile(name(part), MediaTypes.bare(part.getContentType()), bytes));
                }
            }
        } catch (FileUploadException e) {
            throw new Unreadable("the form is not readable to its end");
        }
        if (session == null) {
            throw new Unreadable("part `session`: it is missing");
        }
        return new SessionForm(session, files);
    }

    private static byte[] bytes(FileItemStream part) throws IOException, Unreadable {
        try (InputStream content = part.openStream()) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Unreadable("part `" + name(part) + "`: it is longer than 100 MiB");
            }
            return bytes;
        }
    }

    /** It is repeated in answers, so that nothing may be in it that means something there. */
    private static String name(FileItemStream part) throws Unreadable {
        String name = String.valueOf(part.getFieldName());
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Unreadable("the name of a part is of up to 64 letters, digits, dots, dashes and underscores");
        }
        return name;
    }

    private static Bundle session(byte[] json, FhirContext context) throws Unreadable {
        try {
            return context.newJsonParser().parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
        } catch (DataFormatException | UnprocessableEntityException | ClassCastException e) {
            throw new Unreadable("part `session`: it is no Bundle of FHIR R4 in JSON");
        }
    }

    /** A form that is none, with the reason in our own words. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(@Nullable String why) {
            super(why);
        }
    }
}
