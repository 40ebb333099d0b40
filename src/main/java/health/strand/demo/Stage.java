package health.strand.demo;

import java.util.List;

/**
 * How far pattern loss has gone: Norwood-Hamilton 2 to 7 in men, Sinclair 1 to 5 in women.
 *
 * @param level the main number of the scale
 * @param norwood the Norwood-Hamilton code, variants included; of no meaning in women
 */
record Stage(boolean female, int level, String norwood) {

    private static final double[] MALE_LOSS = {0, 0, 0.05, 0.15, 0.30, 0.45, 0.65, 0.80};
    private static final double[] FEMALE_LOSS = {0, 0.03, 0.12, 0.25, 0.40, 0.55};
    private static final List<List<String>> NORWOOD = List.of(
            List.of("I"),
            List.of("I"),
            List.of("II", "II", "IIa"),
            List.of("III", "III-vertex", "IIIa"),
            List.of("IV", "IV", "IVa"),
            List.of("V", "V", "Va"),
            List.of("VI"),
            List.of("VII"));

    /** An ordered probit: a normal latent variable that rises with age, cut into stages. */
    static Stage draw(Dice dice, boolean female, int age, Origin origin) {
        double latent = female
                ? 2.2 + 0.35 * (age - 40) / 10 + dice.normal(0, 0.8)
                : (3.0 + 0.6 * (age - 30) / 10) * origin.lossFactor + dice.normal(0, 1.1);
        return of(dice, female, (int) Math.round(latent));
    }

    static Stage of(Dice dice, boolean female, int level) {
        int held = female ? Math.max(1, Math.min(5, level)) : Math.max(2, Math.min(7, level));
        return new Stage(female, held, female ? "" : dice.pick(NORWOOD.get(held)));
    }

    /** Share of the hairs of the affected zones that is gone. */
    double loss() {
        return (female ? FEMALE_LOSS : MALE_LOSS)[level];
    }

    String sinclair() {
        return Integer.toString(level);
    }

    String ludwig() {
        return level <= 2 ? "I" : level <= 4 ? "II" : "III";
    }

    /** The basic type of BASP: hairline shape M for moderate loss, C and U as the crown joins. */
    String baspBasic() {
        if (female) {
            return "L";
        }
        return level <= 4 ? "M" + (level - 1) : level <= 5 ? "C2" : "U" + (level - 5);
    }

    /** The specific type of BASP: frontal in women, vertex in men. */
    String baspSpecific() {
        int grade = female ? Math.max(1, Math.min(3, level - 1)) : Math.max(1, Math.min(3, level - 2));
        return (female ? "F" : "V") + grade;
    }
}
