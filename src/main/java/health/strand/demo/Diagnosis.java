package health.strand.demo;

import org.jspecify.annotations.Nullable;

/** Why a patient comes; shares of clients are assumptions. */
enum Diagnosis {
    PATTERN("androgenetic-alopecia", "Androgenetic alopecia", "L64.9", null),
    AREATA("alopecia-areata", "Alopecia areata", "L63.9", "68225006"),
    TELOGEN_EFFLUVIUM("telogen-effluvium", "Telogen effluvium", "L65.0", "39479004"),
    SCARRING("cicatricial-alopecia", "Cicatricial alopecia", null, null),
    TRACTION("traction-alopecia", "Traction alopecia", "L65.8", null);

    /** Male pattern alopecia; no code for the female pattern could be confirmed. */
    static final String MALE_PATTERN = "87872006";

    final String code;
    final String display;
    final @Nullable String icd10;
    final @Nullable String snomed;

    Diagnosis(String code, String display, @Nullable String icd10, @Nullable String snomed) {
        this.code = code;
        this.display = display;
        this.icd10 = icd10;
        this.snomed = snomed;
    }

    static Diagnosis draw(Dice dice) {
        return values()[dice.weighted(0.85, 0.02, 0.08, 0.03, 0.02)];
    }
}
