package health.strand.progression;

import health.strand.profiles.Canonical;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Panels with as much as a trend is made of. */
final class Panels {

    private static final String UCUM = "http://unitsofmeasure.org";

    private Panels() {}

    static Observation panel(String id, String day, String key, double density) {
        Observation panel = new Observation();
        panel.setId("Observation/" + id);
        panel.setEffective(new DateTimeType(day + "T09:00:00Z"));
        panel.addExtension(new Extension(Canonical.COMPARABILITY_KEY, new StringType(key)));
        panel.setMethod(coded("scan-method", "phototrichogram-2d"));
        panel.addDerivedFrom(new Reference("Media/" + id));
        return with(with(panel, "hair-density", density, "/cm2"), "telogen-percent", 18, "%");
    }

    /** One of several of a day. */
    static Observation retest(String id, String patient, String time, double density) {
        Observation panel = panel(id, "2026-03-02", "vertex/phototrichogram-2d/TS", density);
        panel.setSubject(new Reference("Patient/" + patient));
        panel.setDevice(new Reference("Device/ts"));
        panel.setEffective(new DateTimeType(time));
        return panel;
    }

    static Observation varying(Observation panel, double percent, String source) {
        Extension variation = new Extension(Canonical.MEASUREMENT_UNCERTAINTY);
        variation.addExtension("type", new CodeType("within-subject-cv"));
        variation.addExtension("value", new Quantity().setValue(BigDecimal.valueOf(percent)));
        variation.addExtension("source", new CodeType(source));
        panel.addExtension(variation);
        return panel;
    }

    private static Observation with(Observation panel, String metric, double value, String unit) {
        panel.addComponent()
                .setCode(coded("trichometry", metric))
                .setValue(new Quantity()
                        .setValue(BigDecimal.valueOf(value))
                        .setSystem(UCUM)
                        .setCode(unit));
        return panel;
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(new Coding(Canonical.CODE_SYSTEM + system, code, null));
    }
}
