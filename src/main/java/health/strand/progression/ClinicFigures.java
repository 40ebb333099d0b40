package health.strand.progression;

import health.strand.profiles.Canonical;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.PrimitiveType;

/** What a clinic has found out about the repeatability of its devices, as it stands in them. */
public final class ClinicFigures {

    private static final String SOURCE = "test-retest";

    private final Map<String, Device> devices = new HashMap<>();

    /** @param devices those that are there for whoever asks */
    public ClinicFigures(List<Device> devices) {
        devices.forEach(each -> this.devices.put(reference(each.getIdElement()), each));
    }

    /** The devices that panels were taken with, like {@code Device/x}. */
    public static List<String> devices(List<Observation> panels) {
        return panels.stream()
                .filter(each -> each.getDevice().hasReference())
                .map(ClinicFigures::device)
                .filter(each -> each.startsWith("Device/"))
                .distinct()
                .toList();
    }

    /** That of the device and method of a panel; empty where the clinic has none, or one of too few measurements. */
    Optional<Uncertainty> of(Observation panel, String metric) {
        Device device = devices.get(device(panel));
        if (device == null) {
            return Optional.empty();
        }
        return device.getExtensionsByUrl(Canonical.REPEATABILITY).stream()
                .filter(each -> isOf(each, metric, PanelReader.method(panel)))
                .filter(each -> number(each, "pairs") >= Repeatability.PAIRS
                        && number(each, "patients") >= Repeatability.PATIENTS
                        && number(each, "variation") > 0)
                .findFirst()
                .map(each -> new Uncertainty(number(each, "variation"), SOURCE));
    }

    /** The device with a figure, in the place of the one it had for the same number and method. */
    static Device with(Device device, String metric, String method, Repeatability figure) {
        Device known = device.copy();
        known.getExtension()
                .removeIf(each -> Canonical.REPEATABILITY.equals(each.getUrl()) && isOf(each, metric, method));
        Extension extension = known.addExtension().setUrl(Canonical.REPEATABILITY);
        extension.addExtension("metric", new CodeType(metric));
        extension.addExtension("method", new CodeType(method));
        extension.addExtension("variation", decimal(figure.percent()));
        extension.addExtension("low", decimal(figure.lowPercent()));
        extension.addExtension("high", decimal(figure.highPercent()));
        extension.addExtension("pairs", new PositiveIntType(figure.pairs()));
        extension.addExtension("patients", new PositiveIntType(figure.patients()));
        figure.last()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .ifPresent(day -> extension.addExtension("date", new DateType(day.toString())));
        return known;
    }

    private static DecimalType decimal(double value) {
        return new DecimalType(Decimals.rounded(value));
    }

    private static boolean isOf(Extension figure, String metric, String method) {
        return metric.equals(text(figure, "metric")) && method.equals(text(figure, "method"));
    }

    private static String text(Extension figure, String part) {
        Extension said = figure.getExtensionByUrl(part);
        return said != null && said.getValue() instanceof PrimitiveType<?> value
                ? String.valueOf(value.getValueAsString())
                : "";
    }

    private static double number(Extension figure, String part) {
        Extension said = figure.getExtensionByUrl(part);
        if (said != null && said.getValue() instanceof DecimalType value && value.getValue() != null) {
            return value.getValue().doubleValue();
        }
        return said != null && said.getValue() instanceof PositiveIntType value && value.getValue() != null
                ? value.getValue()
                : 0;
    }

    /** What a panel was taken with. */
    public static String device(Observation panel) {
        return reference(new IdType(panel.getDevice().getReference()));
    }

    private static String reference(IdType id) {
        return String.valueOf(id.toUnqualifiedVersionless().getValue());
    }
}
