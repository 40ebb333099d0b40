package health.strand.validation;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A panel's comparability key names the device it was taken with, its version, threshold and area; and panels of one session
 * that were taken the same way agree on how the hair was prepared. That the key has its parts and begins with the panel's
 * zone and method, the profile says.
 */
final class ComparabilityRules {

    private static final String KEY_ELEMENT = "Observation.extension('" + Canonical.COMPARABILITY_KEY + "').value";

    private final Neighbours neighbours;

    ComparabilityRules(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Stream<Problem> problems(Observation panel) {
        return key(panel).stream()
                .flatMap(text -> ComparabilityKey.parse(text)
                        .map(key -> Stream.concat(agrees(key, panel), agreesWithSession(key, panel)))
                        .orElseGet(() -> Stream.of(problem(
                                "hr-key-1",
                                "`" + text + "` is not zone, method, model, version, preparation, threshold and area"
                                        + " separated by slashes"))));
    }

    private Stream<Problem> agrees(ComparabilityKey key, Observation panel) {
        List<Problem> problems = new ArrayList<>();
        device(panel).ifPresent(device -> {
            differs(problems, "device model", key.model(), device.getModelNumber());
            differs(
                    problems,
                    "device version",
                    key.version(),
                    device.getVersionFirstRep().getValue());
        });
        differsInNumber(problems, "terminal threshold", key.threshold(), panel, TrichometryCodes.TERMINAL_THRESHOLD);
        differsInNumber(problems, "analysed area", key.area(), panel, TrichometryCodes.ANALYSED_AREA);
        return problems.stream();
    }

    private Optional<Device> device(Observation panel) {
        return Optional.ofNullable(panel.getDevice().getReference())
                .flatMap(neighbours::find)
                .filter(Device.class::isInstance)
                .map(Device.class::cast);
    }

    private static void differs(List<Problem> problems, String part, String inKey, @Nullable String inPanel) {
        if (inPanel != null && !inPanel.equals(inKey)) {
            problems.add(problem("hr-key-1", "the key says " + part + " `" + inKey + "`, the panel `" + inPanel + "`"));
        }
    }

    private static void differsInNumber(
            List<Problem> problems, String part, String inKey, Observation panel, String component) {
        Optional<BigDecimal> measured = panel.getComponent().stream()
                .filter(each -> component.equals(code(each.getCode(), CodeSystems.TRICHOMETRY)))
                .filter(Observation.ObservationComponentComponent::hasValueQuantity)
                .map(each -> each.getValueQuantity().getValue())
                .findFirst();
        boolean same = measured.map(value -> ComparabilityKey.number(inKey)
                        .filter(number ->
                                number.compareTo(value.setScale(number.scale(), java.math.RoundingMode.HALF_UP)) == 0)
                        .isPresent())
                .orElse(true);
        if (!same) {
            problems.add(problem("hr-key-1", "the key says " + part + " `" + inKey + "`, the panel " + measured.get()));
        }
    }

    private Stream<Problem> agreesWithSession(ComparabilityKey key, Observation panel) {
        String encounter = panel.getEncounter().getReference();
        if (encounter == null) {
            return Stream.empty();
        }
        String own = panel.getIdElement().toUnqualifiedVersionless().getValue();
        return neighbours.comparabilityKeys(encounter, own).stream()
                .flatMap(other -> ComparabilityKey.parse(other).stream())
                .filter(other -> other.sameWayAs(key) && !other.preparation().equals(key.preparation()))
                .map(other -> problem(
                        "hr-key-2",
                        "another panel of this session, taken the same way, says preparation `" + other.preparation()
                                + "`, this one `" + key.preparation() + "`"))
                .limit(1);
    }

    private static Optional<String> key(Observation panel) {
        return Optional.ofNullable(panel.getExtensionByUrl(Canonical.COMPARABILITY_KEY))
                .map(Extension::getValue)
                .map(value -> value.primitiveValue());
    }

    private static @Nullable String code(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    private static Problem problem(String rule, String text) {
        return new Problem(KEY_ELEMENT, rule, text);
    }
}
