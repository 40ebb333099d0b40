package health.strand.progression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;

/**
 * One number of one zone over time (domain paper, section 5).
 *
 * @param zone a code of {@code scalp-zone}
 * @param metric a code of {@code trichometry}
 * @param points the earliest first
 */
public record Trend(String zone, String metric, List<Measurement> points) {

    /** A patient notices a loss of more than about this. */
    public static final double PATIENT_NOTICES = 15;

    /** A doctor sees a change of about this. */
    public static final double DOCTOR_SEES = 22.7;

    public Trend {
        points = List.copyOf(points);
    }

    /** Of panels of one patient and zone, and what the clinic knows of the devices they were taken with. */
    public static Trend of(String zone, String metric, List<Observation> panels, ClinicFigures figures) {
        return new Trend(zone, metric, PanelReader.read(panels, metric, figures));
    }

    /** Those that can be compared with each other, by their keys in the order in which these begin. */
    Map<String, List<Measurement>> comparable() {
        Map<String, List<Measurement>> series = new LinkedHashMap<>();
        points.forEach(each ->
                series.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        return series;
    }

    /** One for each key under which there are two or more. */
    List<Change> changes() {
        return comparable().values().stream()
                .map(Change::in)
                .flatMap(Optional::stream)
                .toList();
    }
}
