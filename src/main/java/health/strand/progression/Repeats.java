package health.strand.progression;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;

/**
 * Measurements of one spot of one patient that were taken within a day in the same way, so that nothing but the method can
 * have made them differ.
 *
 * @param patient like {@code Patient/x}
 */
record Repeats(String patient, List<Measurement> measured) {

    /** None is needed: it is what they are taken for. */
    private static final ClinicFigures NO_FIGURES = new ClinicFigures(List.of());

    private static final Duration DAY = Duration.ofDays(1);

    Repeats {
        measured = List.copyOf(measured);
    }

    /** All of which there are two or more. */
    static List<Repeats> in(List<Observation> panels, String metric) {
        Map<String, List<Measurement>> spots = new LinkedHashMap<>();
        Map<String, String> patients = new LinkedHashMap<>();
        for (Observation panel : panels) {
            String patient = new IdType(panel.getSubject().getReference())
                    .toUnqualifiedVersionless()
                    .getValue();
            for (Measurement each : PanelReader.read(List.of(panel), metric, NO_FIGURES)) {
                String spot = patient + " " + each.key();
                patients.put(spot, patient);
                spots.computeIfAbsent(spot, any -> new ArrayList<>()).add(each);
            }
        }
        List<Repeats> found = new ArrayList<>();
        spots.forEach((spot, measured) -> days(measured).stream()
                .filter(day -> day.size() > 1)
                .forEach(day -> found.add(new Repeats(patients.getOrDefault(spot, ""), day))));
        return found;
    }

    /** A day begins with its first measurement. */
    private static List<List<Measurement>> days(List<Measurement> measured) {
        List<List<Measurement>> days = new ArrayList<>();
        Instant ends = Instant.MIN;
        for (Measurement each :
                measured.stream().sorted(Comparator.comparing(Measurement::at)).toList()) {
            if (!each.at().isBefore(ends)) {
                days.add(new ArrayList<>());
                ends = each.at().plus(DAY);
            }
            days.get(days.size() - 1).add(each);
        }
        return days;
    }

    /** Three measurements say as much as two pairs. */
    int pairs() {
        return measured.size() - 1;
    }

    double mean() {
        return measured.stream()
                .mapToDouble(each -> each.value().doubleValue())
                .average()
                .orElse(0);
    }

    /** Of the differences from the mean. */
    double squares() {
        double mean = mean();
        return measured.stream()
                .mapToDouble(each -> Math.pow(each.value().doubleValue() - mean, 2))
                .sum();
    }

    Instant last() {
        return measured.get(measured.size() - 1).at();
    }
}
