package health.strand.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One session under the trichoscope: a picture and a panel per zone. The panel is counted on the very patch of scalp
 * that the picture shows, so whoever counts the hairs in the picture must come to the number in the record.
 */
final class ScanSession {

    private final Chart chart;
    private final HairCourse course;
    private final ImagePolicy images;
    private final ScalpTargets targets;

    ScanSession(Chart chart, HairCourse course, ImagePolicy images) {
        this.chart = chart;
        this.course = course;
        this.images = images;
        this.targets = new ScalpTargets(chart);
    }

    /** Writes the session and gives the picture of the vertex, which findings are read from. */
    Reference write(Visit visit, Reference encounter) {
        Map<Zone, Reference> pictures = new EnumMap<>(Zone.class);
        zones(visit).forEach(zone -> pictures.put(zone, scan(visit, zone, encounter)));
        if (images.globalPhoto(visit)) {
            photograph(visit, encounter);
        }
        return Objects.requireNonNull(pictures.get(Zone.VERTEX));
    }

    private List<Zone> zones(Visit visit) {
        boolean donor = visit.first() || chart.story().arm() == Arm.TRANSPLANT;
        return donor ? List.of(Zone.values()) : List.of(Zone.VERTEX, Zone.MID_SCALP, Zone.FRONTAL);
    }

    private Reference scan(Visit visit, Zone zone, Reference encounter) {
        ScalpPatch patch = patch(visit, zone);
        // a stream of its own: whether a picture is drawn must not move anything else in the record
        Dice grain = Dice.of(chart.dice().seed(), "image", 0);
        RenderedScan picture = images.closeUp(visit, zone) ? ScanImage.render(patch, chart.skin(), grain) : null;
        Media media = MediaPart.closeUp(chart, visit, zone, targets.of(zone)).setEncounter(encounter);
        Reference image = store(media, picture, Labels::restricted);
        Observation panel = TrichometryPanel.of(chart, visit, zone, patch);
        panel.setEncounter(encounter).addDerivedFrom(image);
        chart.add(panel, Labels.normal());
        return image;
    }

    private ScalpPatch patch(Visit visit, Zone zone) {
        double density =
                course.density(zone, visit.month()) * chart.dice().errorFactor(MeasuringError.COEFFICIENT_OF_VARIATION);
        // the other instrument sees fewer of the fine hairs, which is why its numbers are never compared with these
        double seen = visit.otherMethod() ? 0.88 : 1;
        int hairs = Math.max(2, (int) Math.round(density * seen * ScalpPatch.ANALYSED_AREA_CM2));
        return ScalpPatch.grow(
                chart.dice(),
                hairs,
                course.terminalDiameter(zone, visit.month()),
                course.vellusShare(zone, visit.month()));
    }

    private void photograph(Visit visit, Reference encounter) {
        RenderedScan picture =
                HeadPhoto.render(chart.skin(), chart.story().stage().loss());
        Media media = MediaPart.globalPhoto(chart, visit).setEncounter(encounter);
        store(media, picture, Labels::face);
    }

    private Reference store(Media media, @Nullable RenderedScan picture, Supplier<Meta> meta) {
        if (picture != null) {
            Binary file = new Binary().setContentType("image/png");
            file.setData(picture.png()).setSecurityContext(chart.patient());
            MediaPart.attach(media, picture, chart.add(file, meta.get()));
        }
        return chart.add(media, meta.get());
    }
}
