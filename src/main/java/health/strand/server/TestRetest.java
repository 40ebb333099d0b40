package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import health.strand.progression.RetestQuestion;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * How repeatable a clinic measures. It searches with the rights of whoever asks: no figure is made of what nobody may see, and
 * whoever sees the figure may see everything it is made of.
 */
public final class TestRetest {

    private static final String PURPOSE = "test-retest";
    private static final int MOST_PANELS = 2_000;
    private static final Set<ObservationStatus> COUNTED = Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED);

    private final DaoRegistry daos;
    private final DeviceSearch devices;

    TestRetest(DaoRegistry daos, DeviceSearch devices) {
        this.daos = daos;
        this.devices = devices;
    }

    /** The figure of one number, device and method, and what is still needed for it. */
    @Operation(
            name = "$test-retest",
            typeName = "Observation",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/test-retest")
    public Parameters repeatability(
            @OperationParam(name = "device", max = 1) @Nullable StringType device,
            @OperationParam(name = "method", max = 1) @Nullable CodeType method,
            @OperationParam(name = "metric", max = 1) @Nullable CodeType metric,
            RequestDetails request) {
        RetestQuestion question = new RetestQuestion(text(device), text(method), text(metric));
        question.fault().ifPresent(fault -> {
            throw new InvalidRequestException(fault);
        });
        return question.answer(
                panels(request),
                devices.find(List.of(question.device()), request).stream().findFirst());
    }

    private List<Observation> panels(RequestDetails request) {
        IFhirResourceDao<Observation> observations = daos.getResourceDao(Observation.class);
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add("category", new TokenParam(CodeSystems.OBSERVATION_PURPOSE, PURPOSE))
                .add("code", new TokenParam(CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL));
        search.setSort(new SortSpec("date", SortOrderEnum.DESC));
        search.setLoadSynchronousUpTo(MOST_PANELS);
        return observations.searchForResources(search, request).stream()
                .filter(each -> COUNTED.contains(each.getStatus()))
                .toList();
    }

    private static String text(@Nullable PrimitiveType<String> value) {
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
