package health.strand.demo;

/**
 * What a patient does about the loss, with the mean gain in hairs per square centimetre after twelve months on the
 * zone that reacts most. Finasteride and minoxidil are trial means; the others follow them by assumption.
 */
enum Arm {
    UNTREATED("none", 0, false),
    FINASTERIDE("finasteride", 21, true),
    MINOXIDIL("minoxidil", 18.6, true),
    DUTASTERIDE("dutasteride", 27, true),
    SPIRONOLACTONE("spironolactone", 12, true),
    PRP("prp-scalp", 25, false),
    LOW_LEVEL_LIGHT("lllt", 18.6, false),
    TRANSPLANT("hair-transplant", 0, false);

    final String code;
    final double gainAtTwelveMonths;
    final boolean medicine;

    Arm(String code, double gainAtTwelveMonths, boolean medicine) {
        this.code = code;
        this.gainAtTwelveMonths = gainAtTwelveMonths;
        this.medicine = medicine;
    }

    /** Shares by sex are assumptions; only pattern loss is operated on. */
    static Arm draw(Dice dice, boolean female, Diagnosis diagnosis) {
        if (diagnosis != Diagnosis.PATTERN) {
            return dice.chance(0.5) ? UNTREATED : MINOXIDIL;
        }
        double[] shares = female
                ? new double[] {0.10, 0, 0.52, 0, 0.12, 0.14, 0.08, 0.04}
                : new double[] {0.09, 0.28, 0.19, 0.08, 0, 0.08, 0.05, 0.23};
        return values()[dice.weighted(shares)];
    }
}
