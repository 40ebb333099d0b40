package health.strand.server;

import ca.uhn.fhir.jpa.rp.r4.BinaryResourceProvider;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.RestfulServerUtils.ResponseEncoding;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.vault.FileHandle;
import health.strand.visibility.FilesAside;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the record, and takes in those that were not sent before. Of one that is asked for in its own type the content stays where it is until it is sent, and
 * what its client has of it already is looked at then, by {@link FileAnswers}.
 *
 * @see <a href="https://hl7.org/fhir/R4/binary.html#rest">Serving Binary Resources using the RESTful API</a>
 */
public final class BinaryFiles extends BinaryResourceProvider {

    private static final String FIRST = "1";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final SentAgain sent;

    BinaryFiles(SentAgain sent) {
        this.sent = sent;
    }

    @Override
    @Create
    public MethodOutcome create(
            HttpServletRequest asked,
            @ResourceParam Binary file,
            @ConditionalUrlParam @Nullable String condition,
            RequestDetails request) {
        Supplier<MethodOutcome> store = () -> super.create(asked, file, condition, request);
        return condition == null
                ? sent.once(file, request, path -> asItCame(path, request), BinaryFiles::there, store)
                : store.get();
    }

    /** Who sends it has it. */
    private static MethodOutcome there(IIdType stored) {
        return new MethodOutcome(stored, false);
    }

    /** As far as whoever asks sees it, and unless it was changed since; its content stays where it is. */
    private Optional<IIdType> asItCame(String path, RequestDetails request) {
        try {
            IIdType stored = new FilesAside()
                    .during(() -> getDao().read(new IdType(path), request))
                    .getIdElement();
            return Optional.of(stored).filter(each -> FIRST.equals(each.getVersionIdPart()));
        } catch (ResourceNotFoundException | ResourceGoneException | ForbiddenOperationException e) {
            return Optional.empty();
        }
    }

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
