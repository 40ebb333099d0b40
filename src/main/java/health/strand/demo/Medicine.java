package health.strand.demo;

import health.strand.profiles.CodeSystems;
import org.hl7.fhir.r4.model.CodeableConcept;

/** A medicine as it is prescribed here, by its ATC code. */
record Medicine(String atc, String name, String dose, boolean actsOnHormones) {

    static Medicine of(Arm arm) {
        return switch (arm) {
            case FINASTERIDE -> new Medicine("D11AX10", "finasteride 1 mg", "1 tablet a day", true);
            case DUTASTERIDE -> new Medicine("G04CB02", "dutasteride 0.5 mg", "1 capsule a day", true);
            case MINOXIDIL -> new Medicine("D11AX01", "minoxidil 5 % topical", "1 ml twice a day on dry scalp", false);
            case SPIRONOLACTONE -> new Medicine("C03DA01", "spironolactone 50 mg", "1 tablet a day", true);
            case UNTREATED, PRP, LOW_LEVEL_LIGHT, TRANSPLANT ->
                throw new IllegalArgumentException("not treated with a medicine: " + arm);
        };
    }

    CodeableConcept concept() {
        return Concepts.concept(CodeSystems.ATC, atc, name);
    }
}
