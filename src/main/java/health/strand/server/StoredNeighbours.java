package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import health.strand.validation.Neighbours;
import health.strand.visibility.Strangers;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is stored beside a resource that is being written. It is asked inside the writer's transaction, whose keys hold for
 * it too: what the writer may not see is not found, though the question itself bears no request.
 */
final class StoredNeighbours implements Neighbours {

    private final DaoRegistry daos;
    private final Strangers strangers;

    StoredNeighbours(DaoRegistry daos, Strangers strangers) {
        this.daos = daos;
        this.strangers = strangers;
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
    public List<Observation> panelsOf(String encounter) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Observation.SP_ENCOUNTER, new ReferenceParam(encounter))
                .add(Observation.SP_CODE, new TokenParam(CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL))
                .setLoadSynchronousUpTo(MOST);
        return daos
                .getResourceDao(Observation.class)
                .search(query, new SystemRequestDetails())
                .getResources(0, MOST)
                .stream()
                .map(Observation.class::cast)
                .toList();
    }
}
