package health.strand.progression;

import health.strand.profiles.Canonical;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Quantity;

/**
 * A picture, and how it was taken.
 *
 * @param conditions view, modality and the parts of its capture conditions that change what is seen
 * @param pixel width of one in micrometres; empty where it was not calibrated
 */
record Shot(Media media, Instant at, Map<String, String> conditions, Optional<Double> pixel) {

    /** Empty for a picture without a moment. */
    static Optional<Shot> of(Media media) {
        if (!(media.getCreated() instanceof DateTimeType at)) {
            return Optional.empty();
        }
        Map<String, String> conditions = new TreeMap<>();
        put(conditions, "view", media.getView());
        put(conditions, "modality", media.getModality());
        Extension acquisition = media.getExtensionByUrl(Canonical.ACQUISITION);
        if (acquisition != null) {
            acquisition.getExtension().stream()
                    .filter(each -> each.hasValue() && each.getValue().isPrimitive())
                    .forEach(each ->
                            conditions.put(each.getUrl(), each.getValue().primitiveValue()));
        }
        return Optional.of(new Shot(media, at.getValue().toInstant(), conditions, pixel(media)));
    }

    private static void put(Map<String, String> conditions, String name, CodeableConcept concept) {
        if (concept.hasCoding()) {
            conditions.put(name, concept.getCodingFirstRep().getCode());
        }
    }

    private static Optional<Double> pixel(Media media) {
        return Optional.ofNullable(media.getExtensionByUrl(Canonical.CALIBRATION))
                .map(calibration -> calibration.getExtensionByUrl("pixelSpacing"))
                .map(Extension::getValue)
                .filter(value -> value instanceof Quantity quantity && quantity.hasValue())
                .map(value -> ((Quantity) value).getValue().doubleValue());
    }
}
