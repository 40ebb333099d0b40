package health.strand.progression;

import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What is asked for: one number, measured with one device by one method.
 *
 * @param device like {@code Device/x}
 */
public record RetestQuestion(String device, String method, String metric) {

    /** What is wrong with it; empty when nothing is. */
    public Optional<String> fault() {
        if (!device.matches("Device/[A-Za-z0-9\\-.]{1,64}")) {
            return Optional.of("`device` is a reference such as `Device/x`");
        }
        if (method.isEmpty()) {
            return Optional.of("`method` is a code of scan-method, such as `trichoscopy-clipped-immediate`");
        }
        return Uncertainty.isKnownOf(metric)
                ? Optional.empty()
                : Optional.of("`metric` is a count or thickness of trichometry, such as `hair-density`");
    }

    /**
     * @param panels taken as test and retest, of whatever device and method
     * @param there the device, where it is there for whoever asks
     */
    public Parameters answer(List<Observation> panels, Optional<Device> there) {
        Repeatability found =
                Repeatability.of(panels.stream().filter(this::isOf).toList(), metric);
        Parameters answer = new Parameters();
        answer.addParameter("metric", new CodeType(metric));
        answer.addParameter("method", new CodeType(method));
        answer.addParameter("pairs", new IntegerType(found.pairs()));
        answer.addParameter("patients", new IntegerType(found.patients()));
        answer.addParameter("pairs-needed", new IntegerType(found.pairsNeeded()));
        answer.addParameter("patients-needed", new IntegerType(found.patientsNeeded()));
        if (found.pairs() > 0) {
            answer.addParameter("unit", new CodeType(found.unit()));
            answer.addParameter("standard-deviation", rounded(found.deviation()));
            answer.addParameter("variation", rounded(found.percent()));
        }
        if (found.isEnough()) {
            answer.addParameter("low", rounded(found.lowPercent()));
            answer.addParameter("high", rounded(found.highPercent()));
            there.ifPresent(each -> answer.addParameter()
                    .setName("device")
                    .setResource(ClinicFigures.with(each, metric, method, found)));
        }
        return answer;
    }

    private boolean isOf(Observation panel) {
        return ClinicFigures.device(panel).equals(device)
                && panel.getMethod().hasCoding(CodeSystems.SCAN_METHOD, method);
    }

    private static DecimalType rounded(double value) {
        return new DecimalType(Decimals.rounded(value));
    }
}
