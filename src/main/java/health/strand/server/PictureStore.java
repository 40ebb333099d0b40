package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.enforcement.PublicationDoor;
import health.strand.publication.Original;
import health.strand.visibility.ServerWrites;
import health.strand.visibility.StoredCopies;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Pictures and their copies in the record, read with the writer's keys and written with the server's. */
final class PictureStore {

    private static final String FILE = "Binary/";

    private final DaoRegistry daos;
    private final StoredCopies copies;
    private final ServerWrites writes;
    private final String address;

    /** @param base the address of the FHIR endpoint */
    PictureStore(DaoRegistry daos, StoredCopies copies, ServerWrites writes, String base) {
        this.daos = daos;
        this.copies = copies;
        this.writes = writes;
        this.address = base + "/";
    }

    List<String> copiesOf(String original) {
        return copies.of(original);
    }

    Optional<PatientId> patientOf(String reference) {
        return copies.patientOf(reference);
    }

    /** A picture with its file; empty when the writer may not see them, or one of them is not this patient's alone. */
    Optional<Original> original(String reference, PatientId patient) {
        return owned(Media.class, reference, patient).flatMap(media -> {
            String url = String.valueOf(media.getContent().getUrl());
            String path = url.startsWith(address) ? url.substring(address.length()) : url;
            return path.startsWith(FILE)
                    ? owned(Binary.class, path, patient).map(file -> new Original(media, file))
                    : Optional.of(new Original(media, null));
        });
    }

    private <T extends Resource> Optional<T> owned(Class<T> type, String reference, PatientId patient) {
        IdType id = new IdType(reference).toUnqualifiedVersionless();
        if (!copies.patientOf(id.getValue()).equals(Optional.of(patient))) {
            return Optional.empty();
        }
        try {
            return Optional.of(daos.getResourceDao(type).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    void keep(Media copy, RequestDetails request) {
        PublicationDoor.letIn(copy);
        writes.of(
                DataClass.MARKETING,
                List.of(),
                () -> daos.getResourceDao(Media.class).create(copy, request));
    }

    /** What points to a copy does not keep it; it points to nothing from now. */
    void remove(List<String> gone, RequestDetails request) {
        IFhirResourceDao<Media> media = daos.getResourceDao(Media.class);
        writes.of(DataClass.MARKETING, gone, () -> {
            for (String each : gone) {
                media.delete(new IdType(each), new DeleteConflictList(), request, new TransactionDetails());
            }
            return gone;
        });
    }

    /** Puts a task for the privacy officer into the record. */
    void ask(Task task, RequestDetails request) {
        writes.of(
                DataClass.PRIVACY,
                List.of(),
                () -> daos.getResourceDao(Task.class).create(task, request));
    }
}
