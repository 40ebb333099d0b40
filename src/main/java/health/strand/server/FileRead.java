package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.vault.FileHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be sent in its own type, once it is recorded that it is.
 *
 * @param handle where its content lies; null when it is in the resource itself
 */
record FileRead(@Nullable FileHandle handle, FileConditions conditions) {

    private static final String KEY = FileRead.class.getName();

    /** Notes with the request that its answer is a file. */
    void keepWith(RequestDetails request) {
        request.getUserData().put(KEY, this);
    }

    static Optional<FileRead> of(RequestDetails request) {
        return request.getUserData().get(KEY) instanceof FileRead read ? Optional.of(read) : Optional.empty();
    }
}
