package health.strand.progression;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Finds in panels the number that is asked for. */
final class PanelReader {

    private PanelReader() {}

    /** The earliest first; panels without such a number say nothing. */
    static List<Measurement> read(List<Observation> panels, String metric, ClinicFigures figures) {
        return panels.stream()
                .flatMap(panel -> read(panel, metric, figures).stream())
                .sorted(Comparator.comparing(Measurement::at).thenComparing(Measurement::panel))
                .toList();
    }

    private static Optional<Measurement> read(Observation panel, String metric, ClinicFigures figures) {
        if (!(panel.getEffective() instanceof DateTimeType at)) {
            return Optional.empty();
        }
        return panel.getComponent().stream()
                .filter(each -> each.getCode().hasCoding(CodeSystems.TRICHOMETRY, metric))
                .map(ObservationComponentComponent::getValue)
                .filter(value -> value instanceof Quantity quantity && quantity.hasValue())
                .map(Quantity.class::cast)
                .findFirst()
                .map(value -> new Measurement(
                        reference(panel),
                        at.getValue().toInstant(),
                        value.getValue(),
                        value.getCode(),
                        String.valueOf(panel.getExtensionString(Canonical.COMPARABILITY_KEY)),
                        method(panel),
                        panel.getDerivedFrom().size(),
                        Uncertainty.of(panel, metric, figures)));
    }

    static String reference(Observation panel) {
        return panel.getIdElement().toUnqualifiedVersionless().getValue();
    }

    /** A code of {@code scan-method}; empty where it has none. */
    static String method(Observation panel) {
        return panel.getMethod().getCoding().stream()
                .filter(each -> CodeSystems.SCAN_METHOD.equals(each.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
    }
}
