package health.strand.consent;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;

/** The codes of sensitivity that labels may bear, and which of them lie below which. */
public final class Sensitivities {

    private static final Set<String> NOT_TO_THE_PATIENT = Set.of("NOPAT", "TBOO");

    private static final Set<String> OF_ACT_CODE = Set.of(
            "ETH",
            "GDIS",
            "HIV",
            "MST",
            "SCA",
            "SDV",
            "SEX",
            "SPI",
            "BH",
            "COGN",
            "DVD",
            "EMOTDIS",
            "MH",
            "PSY",
            "PSYTHPN",
            "SUD",
            "ETHUD",
            "OPIOIDUD",
            "STD",
            "TBOO",
            "VIO",
            "SICKLE",
            "DEMO",
            "DOB",
            "GENDER",
            "LIVARG",
            "MARST",
            "RACE",
            "REL",
            "B",
            "EMPL",
            "LOCIS",
            "SSP",
            "ADOL",
            "CEL",
            "DIA",
            "DRGIS",
            "EMP",
            "PDS",
            "PHY",
            "PRS",
            "IDS",
            "NOPAT");
    private static final Set<String> OF_LABEL = Set.of(SecurityLabels.PHOTO_IDENTIFIES, "SCALP");

    private static final Map<String, String> PARENTS = parents();

    private Sensitivities() {}

    /** Whether a consent may name this code of v3-ActCode. */
    public static boolean canBeNamed(String code) {
        return OF_ACT_CODE.contains(code);
    }

    /** Whether a consent may name this code. */
    static boolean isKnown(Coding label) {
        return CodeSystems.ACT_CODE.equals(label.getSystem()) && OF_ACT_CODE.contains(label.getCode())
                || CodeSystems.LABEL.equals(label.getSystem()) && OF_LABEL.contains(label.getCode());
    }

    /** Whether data that bears the code is withheld from the patient for a while. */
    static boolean withholdsFromPatient(Coding label) {
        return CodeSystems.ACT_CODE.equals(label.getSystem()) && NOT_TO_THE_PATIENT.contains(label.getCode());
    }

    /**
     * What data bears that is labelled so: the code and all above it. The wider code is put on the data and not the narrower
     * one in the consent, so that a permit for behavioural health names no gated code that lies below.
     */
    static Set<String> borneWith(Coding label) {
        boolean sensitivity =
                CodeSystems.ACT_CODE.equals(label.getSystem()) || CodeSystems.LABEL.equals(label.getSystem());
        return sensitivity && label.hasCode()
                ? Stream.iterate(label.getCode(), code -> code != null, PARENTS::get)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        Stream.of("BH", "MH", "PSY", "PSYTHPN", "SUD").forEach(code -> parents.put(code, "SPI"));
        Stream.of("COGN", "DVD", "EMOTDIS").forEach(code -> parents.put(code, "BH"));
        Stream.of("ETHUD", "OPIOIDUD").forEach(code -> parents.put(code, "SUD"));
        return Map.copyOf(parents);
    }
}
