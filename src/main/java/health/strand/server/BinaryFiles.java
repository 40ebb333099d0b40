package health.strand.server;

import ca.uhn.fhir.jpa.rp.r4.BinaryResourceProvider;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.RestfulServerUtils.ResponseEncoding;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.vault.FileHandle;
import health.strand.visibility.FilesAside;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the record. Of one that is asked for in its own type the content stays where it is until it is sent, and
 * what its client has of it already is looked at then, by {@link FileAnswers}.
 *
 * @see <a href="https://hl7.org/fhir/R4/binary.html#rest">Serving Binary Resources using the RESTful API</a>
 */
public final class BinaryFiles extends BinaryResourceProvider {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    @Override
    @Read(version = true)
    public Binary read(HttpServletRequest asked, @IdParam IIdType id, RequestDetails request) {
        ResponseEncoding wanted = RestfulServerUtils.determineResponseEncodingNoDefault(request, EncodingEnum.JSON);
        if (isFhir(wanted) || !(request instanceof ServletRequestDetails details)) {
            return super.read(asked, id, request);
        }
        FilesAside aside = new FilesAside();
        Binary file = aside.during(() -> super.read(asked, id, request));
        if (!isOwnType(wanted, file)) {
            return super.read(asked, id, request);
        }
        FileHandle handle = aside.fileOf(file.getContent()).orElse(null);
        new FileRead(handle, FileConditions.of(asked)).keepWith(request);
        // HAPI would hold them against the resource
        List.of("If-None-Match", "If-Modified-Since").forEach(each -> details.setHeaders(each, List.of()));
        return file;
    }

    /** The file of which the content was moved since it was read, under whoever asks and as it is now. */
    Optional<FileHandle> again(IIdType id, RequestDetails request) {
        FilesAside aside = new FilesAside();
        Binary file = aside.during(() -> getDao().read(id, request));
        return aside.fileOf(file.getContent());
    }

    private static boolean isFhir(@Nullable ResponseEncoding wanted) {
        EncodingEnum strict = wanted == null ? null : EncodingEnum.forContentTypeStrict(wanted.getContentType());
        return strict != null && strict != EncodingEnum.NDJSON;
    }

    /** As HAPI decides it. */
    private static boolean isOwnType(@Nullable ResponseEncoding wanted, Binary file) {
        if (file.getContent() == null) {
            return false;
        }
        return wanted == null || type(file).equalsIgnoreCase(wanted.getContentType());
    }

    /** The media type of a file. */
    static String type(Binary file) {
        return file.hasContentType() ? file.getContentType() : UNKNOWN_TYPE;
    }
}
