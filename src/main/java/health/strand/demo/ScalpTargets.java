package health.strand.demo;

import static health.strand.demo.Concepts.whole;

import health.strand.profiles.Canonical;
import health.strand.profiles.Ucum;
import java.util.EnumMap;
import java.util.Map;
import org.hl7.fhir.r4.model.BodyStructure;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/** Writes the spots of a patient's scalp that are scanned again and again, each when it is scanned first. */
final class ScalpTargets {

    private final Chart chart;
    private final Map<Zone, Reference> written = new EnumMap<>(Zone.class);

    ScalpTargets(Chart chart) {
        this.chart = chart;
    }

    Reference of(Zone zone) {
        return written.computeIfAbsent(zone, each -> chart.add(target(each), Labels.normal()));
    }

    private BodyStructure target(Zone zone) {
        BodyStructure target = new BodyStructure()
                .setActive(true)
                .setLocation(Concepts.zone(zone))
                .setPatient(chart.patient());
        Extension coordinates = new Extension(Canonical.COORDINATES);
        coordinates.addExtension("fromGlabella", whole(zone.fromGlabella, "mm", Ucum.MM));
        coordinates.addExtension("fromIntertragalLine", whole(zone.fromMidline, "mm", Ucum.MM));
        target.addExtension(coordinates);
        target.addExtension(Canonical.MARKER, new CodeType("none"));
        return target;
    }
}
