package health.strand.demo;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.Ucum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Short ways to write codes and quantities. */
final class Concepts {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private Concepts() {}

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }

    /** A code whose display is the same word, as in most of our own systems. */
    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    /** A code of one of HL7's terminology systems, named by the last part of its URL. */
    static CodeableConcept hl7(String system, String code) {
        return concept(HL7 + system, code);
    }

    static CodeableConcept zone(Zone zone) {
        return concept(CodeSystems.SCALP_ZONE, zone.code, zone.display)
                .addCoding(new Coding(CodeSystems.SNOMED, zone.snomed, zone.snomedDisplay));
    }

    static Quantity quantity(double value, String unit, String ucum) {
        return quantity(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP), unit, ucum);
    }

    static Quantity whole(long value, String unit, String ucum) {
        return quantity(BigDecimal.valueOf(value), unit, ucum);
    }

    static Quantity quantity(BigDecimal value, String unit, String ucum) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem(CodeSystems.UCUM)
                .setCode(ucum);
    }

    static Quantity percent(double value) {
        return quantity(value, "%", Ucum.PERCENT);
    }

    static ObservationComponentComponent component(String system, String code, Quantity value) {
        return new ObservationComponentComponent(concept(system, code)).setValue(value);
    }
}
