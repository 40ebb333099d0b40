package health.strand.server;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import health.strand.progression.ClinicFigures;
import health.strand.progression.Trend;
import health.strand.progression.TrendParameters;
import health.strand.progression.TrendQuestion;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of one zone over time. It searches with the rights of whoever asks, so that what is hidden from them is in no
 * number and no gap of the curve.
 */
public final class TrichometryTrend {

    static final String NAME = "$trichometry-trend";

    private final ZoneSearch zones;
    private final DeviceSearch devices;

    TrichometryTrend(ZoneSearch zones, DeviceSearch devices) {
        this.zones = zones;
        this.devices = devices;
    }

    /** The series of one number of one zone, and the panels it was read from. */
    @Operation(
            name = NAME,
            typeName = "Observation",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/trichometry-trend")
    public Parameters trend(
            @OperationParam(name = "patient", max = 1) @Nullable StringType patient,
            @OperationParam(name = "zone", max = 1) @Nullable CodeType zone,
            @OperationParam(name = "metric", max = 1) @Nullable CodeType metric,
            @OperationParam(name = "method", max = 1) @Nullable CodeType method,
            RequestDetails request) {
        TrendQuestion question = new TrendQuestion(text(zone), text(metric));
        question.fault().ifPresent(fault -> {
            throw new InvalidRequestException(fault);
        });
        List<Observation> panels = panels(patient, question.zone(), request).stream()
                .filter(each ->
                        method == null || each.getMethod().hasCoding(CodeSystems.SCAN_METHOD, method.getValue()))
                .toList();
        ClinicFigures figures = new ClinicFigures(devices.find(ClinicFigures.devices(panels), request));
        return TrendParameters.of(Trend.of(question.zone(), question.metric(), panels, figures), panels);
    }

    private List<Observation> panels(@Nullable StringType patient, String zone, RequestDetails request) {
        return zones.find(
                Observation.class,
                patient,
                Map.of(
                        "code",
                        CodeSystems.TRICHOMETRY + "|" + TrichometryCodes.PANEL,
                        "body-site",
                        ZoneSearch.zone(zone),
                        "status",
                        "final,amended"),
                request);
    }

    private static String text(@Nullable CodeType code) {
        return code == null || code.getValue() == null ? "" : code.getValue();
    }
}
