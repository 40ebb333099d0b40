package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import org.hl7.fhir.r4.model.Device;

/** Finds devices with the rights of whoever asks. */
final class DeviceSearch {

    private final DaoRegistry daos;

    DeviceSearch(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Those of the references, each {@code Device/x}, that are there for them. */
    List<Device> find(List<String> references, RequestDetails request) {
        if (references.isEmpty()) {
            return List.of();
        }
        TokenOrListParam ids = new TokenOrListParam();
        references.forEach(each -> ids.add(new TokenParam(each.substring(each.indexOf('/') + 1))));
        IFhirResourceDao<Device> devices = daos.getResourceDao(Device.class);
        return devices.searchForResources(SearchParameterMap.newSynchronous().add("_id", ids), request);
    }
}
