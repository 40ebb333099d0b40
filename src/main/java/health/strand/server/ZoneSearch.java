package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.enforcement.DecidedReach;
import health.strand.profiles.CodeSystems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Searches the record of one patient with the rights of whoever asks. */
final class ZoneSearch {

    private static final String PATIENT = "Patient/";

    private final DaoRegistry daos;

    ZoneSearch(DaoRegistry daos) {
        this.daos = daos;
    }

    /** A token for a zone. */
    static String zone(String code) {
        return CodeSystems.SCALP_ZONE + "|" + code;
    }

    /**
     * All there is for them.
     *
     * @param parameters of the search, beside the patient
     */
    <T extends Resource> List<T> find(
            Class<T> type, @Nullable StringType patient, Map<String, String> parameters, RequestDetails request) {
        Map<String, List<String>> query = new HashMap<>();
        query.put("patient", List.of(PATIENT + patient(patient, request)));
        parameters.forEach((name, value) -> query.put(name, List.of(value)));
        IFhirResourceDao<T> resources = daos.getResourceDao(type);
        SearchParameterMap search = SearchParameterMap.newSynchronous();
        resources.translateRawParameters(query, search);
        return resources.searchForResources(search, request);
    }

    private static PatientId patient(@Nullable StringType patient, RequestDetails request) {
        if (patient == null) {
            return onlyOne(request)
                    .orElseThrow(() -> new InvalidRequestException(
                            "`patient` is a reference such as `Patient/x`; only a patient may leave it out"));
        }
        String said = String.valueOf(patient.getValue());
        String id = said.startsWith(PATIENT) ? said.substring(PATIENT.length()) : said;
        if (!PatientId.isValid(id)) {
            throw new InvalidRequestException("`patient` is a reference such as `Patient/x`");
        }
        return new PatientId(id);
    }

    /** The patient of whoever has nobody else's record. */
    private static Optional<PatientId> onlyOne(RequestDetails request) {
        return DecidedReach.of(request)
                .filter(reach -> reach.patients() instanceof OnlyPatients only
                        && only.patients().size() == 1)
                .map(reach ->
                        ((OnlyPatients) reach.patients()).patients().iterator().next());
    }
}
