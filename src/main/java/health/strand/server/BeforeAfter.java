package health.strand.server;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.progression.PairQuestion;
import health.strand.progression.TrendQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Two pictures of a zone that may be put side by side, of those that whoever asks may see. */
public final class BeforeAfter {

    private final ZoneSearch zones;

    BeforeAfter(ZoneSearch zones) {
        this.zones = zones;
    }

    /** The pair that fits best, or what keeps the two apart that come closest. */
    @Operation(
            name = "$before-after",
            typeName = "Media",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/before-after")
    public Parameters pair(
            @OperationParam(name = "patient", max = 1) @Nullable StringType patient,
            @OperationParam(name = "zone", max = 1) @Nullable CodeType zone,
            @OperationParam(name = "view", max = 1) @Nullable CodeType view,
            @OperationParam(name = "first", max = 1) @Nullable DateType first,
            @OperationParam(name = "second", max = 1) @Nullable DateType second,
            RequestDetails request) {
        String site = zone == null ? "" : String.valueOf(zone.getValue());
        if (!TrendQuestion.isZone(site)) {
            throw new InvalidRequestException(TrendQuestion.ZONE_FAULT);
        }
        List<Media> pictures =
                zones.find(Media.class, patient, Map.of("site", ZoneSearch.zone(site), "status", "completed"), request);
        PairQuestion question = new PairQuestion(
                Optional.ofNullable(view).map(CodeType::getValue), day("first", first), day("second", second));
        return question.answer(pictures);
    }

    private static Optional<LocalDate> day(String name, @Nullable DateType date) {
        if (date == null || date.getValue() == null) {
            return Optional.empty();
        }
        if (date.getValueAsString().length() != 10) {
            throw new InvalidRequestException("`" + name + "` is a day such as `2026-01-31`");
        }
        return Optional.of(LocalDate.parse(date.getValueAsString()));
    }
}
