package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.vault.FileHandle;
import health.strand.vault.FileVault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Date;
import java.util.OptionalInt;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Answers with files in their own type, once it is recorded that they are given: with the part that is asked for, with the
 * headers alone, or with nothing where the client has it already.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, Range Requests</a>
 */
@Interceptor
public final class FileAnswers {

    /** After the trail, which is the last to look at an answer. */
    private static final int AFTER_THE_TRAIL = 3_000;

    private final FileVault files;
    private final BinaryFiles reads;

    FileAnswers(FileVault files, BinaryFiles reads) {
        this.files = files;
        this.reads = reads;
    }

    /** When it goes out; what is given here is not given by HAPI as well. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_THE_TRAIL)
    public boolean give(ServletRequestDetails request, @Nullable IBaseResource answer, HttpServletResponse response)
            throws IOException {
        FileRead read = FileRead.of(request).orElse(null);
        if (read == null || !(answer instanceof Binary file)) {
            return true;
        }
        EntityTag tag = new EntityTag(file.getIdElement().getVersionIdPart() + "-file", false);
        Date modified = file.getMeta().getLastUpdated();
        OptionalInt without = read.conditions().answer(tag, modified.toInstant());
        if (without.isPresent()) {
            response.setStatus(without.getAsInt());
        } else {
            give(request, read, file, tag, response);
        }
        response.setHeader("X-Request-ID", request.getRequestId());
        response.setHeader("ETag", tag.text());
        response.setDateHeader("Last-Modified", modified.getTime());
        return false;
    }

    /** Nothing is said before the file is found. */
    private void give(
            ServletRequestDetails request, FileRead read, Binary file, EntityTag tag, HttpServletResponse response)
            throws IOException {
        FileContent content = content(request, read, file);
        FilePart part = read.conditions().part(tag, content.size());
        if (request.getRequestType() == RequestTypeEnum.HEAD) {
            content.close();
        } else {
            content.sendWith(request.getServletRequest(), part);
        }
        response.setStatus(part.status());
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentLengthLong(part.length());
        String range = part.contentRange(content.size());
        if (range != null) {
            response.setHeader("Content-Range", range);
        }
        if (part.status() != HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
            describe(file, response);
        }
    }

    private static void describe(Binary file, HttpServletResponse response) {
        response.setContentType(BinaryFiles.type(file));
        // a browser that follows a link to it stores it and does not run it
        response.setHeader("Content-Disposition", "attachment");
        if (file.getSecurityContext().hasReference()) {
            response.setHeader("X-Security-Context", file.getSecurityContext().getReference());
        }
    }

    private FileContent content(ServletRequestDetails request, FileRead read, Binary file) throws IOException {
        FileHandle handle = read.handle();
        if (handle == null) {
            return FileContent.held(file.getContent());
        }
        try {
            return content(request, handle);
        } catch (NoSuchFileException moved) {
            FileHandle now = reads.again(file.getIdElement(), request).orElseThrow(() -> moved);
            return content(request, now);
        }
    }

    private FileContent content(ServletRequestDetails request, FileHandle handle) throws IOException {
        return request.getRequestType() == RequestTypeEnum.HEAD
                ? FileContent.unread(files, handle)
                : FileContent.stored(files.open(handle));
    }
}
