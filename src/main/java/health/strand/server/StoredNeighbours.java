package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.validation.Neighbours;
import health.strand.visibility.Sessions;
import health.strand.visibility.Strangers;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is stored beside a resource that is being written. It is asked inside the writer's transaction, whose keys hold for
 * it too: what the writer may not see is not found, though the question itself bears no request.
 */
final class StoredNeighbours implements Neighbours {

    private final DaoRegistry daos;
    private final Strangers strangers;
    private final Sessions sessions;

    StoredNeighbours(DaoRegistry daos, Strangers strangers, Sessions sessions) {
        this.daos = daos;
        this.strangers = strangers;
        this.sessions = sessions;
    }

    @Override
    public Optional<Resource> find(String reference) {
        IdType id = new IdType(reference);
        IFhirResourceDao<?> dao = id.hasResourceType() ? daos.getResourceDaoOrNull(id.getResourceType()) : null;
        if (dao == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((Resource) dao.read(id.toUnqualifiedVersionless(), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> ofOtherPatients(Resource resource) {
        return strangers.in(resource);
    }

    @Override
    public List<String> comparabilityKeys(String encounter, String apartFrom) {
        return sessions.comparabilityKeys(encounter, apartFrom);
    }
}
