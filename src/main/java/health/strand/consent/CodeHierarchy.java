package health.strand.consent;

import health.strand.profiles.CodeSystems;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lies above a code in the classifications that say so in the code itself. Others have their hierarchies in tables, of
 * which none is loaded.
 */
public final class CodeHierarchy {

    /** WHO's classification and its editions for the United States and for Germany. */
    private static final Set<String> ICD_10 = Set.of(
            "http://hl7.org/fhir/sid/icd-10",
            "http://hl7.org/fhir/sid/icd-10-cm",
            "http://fhir.de/CodeSystem/bfarm/icd-10-gm");

    private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?");
    private static final int CATEGORY = 3;
    private static final Pattern MEDICINE = Pattern.compile("[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");
    /** How long the codes of the levels above a medicine are. */
    private static final int[] GROUPS = {1, 3, 4, 5};

    private CodeHierarchy() {}

    /**
     * Every code above one, without it; empty where nothing is known.
     *
     * @param code as {@code system|code}
     */
    public static Set<String> above(String code) {
        int bar = code.indexOf('|');
        String system = bar < 0 ? "" : code.substring(0, bar);
        String value = code.substring(bar + 1);
        Set<String> above = new HashSet<>();
        if (ICD_10.contains(system) && DIAGNOSIS.matcher(value).matches() && value.length() > CATEGORY) {
            above.add(system + "|" + value.substring(0, CATEGORY));
            for (int length = CATEGORY + 2; length < value.length(); length++) {
                above.add(system + "|" + value.substring(0, length));
            }
        }
        if (CodeSystems.ATC.equals(system) && MEDICINE.matcher(value).matches()) {
            for (int length : GROUPS) {
                if (length < value.length()) {
                    above.add(system + "|" + value.substring(0, length));
                }
            }
        }
        return above;
    }
}
