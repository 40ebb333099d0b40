package health.strand.demo;

import org.jspecify.annotations.Nullable;

/** The genetic markers the laboratory reports; nothing outside this list is stored. */
enum Marker {
    ANDROGEN_RECEPTOR("rs6152", "HGNC:644", "AR", true, 0.77),
    ECTODYSPLASIN_RECEPTOR("rs1385699", "HGNC:17756", "EDA2R", true, 0.70),
    LOCUS_20P11("rs1160312", null, "20p11 (PAX1/FOXA2)", false, 0.40),
    HISTONE_DEACETYLASE("rs756853", "HGNC:14065", "HDAC9", false, 0.35);

    final String rs;
    final @Nullable String gene;
    final String symbol;
    /** On the X chromosome men have one copy only, so a man's result also tells about his mother. */
    final boolean onX;

    private final double frequency;

    Marker(String rs, @Nullable String gene, String symbol, boolean onX, double frequency) {
        this.rs = rs;
        this.gene = gene;
        this.symbol = symbol;
        this.onX = onX;
        this.frequency = frequency;
    }

    /** Number of risk alleles; on X they are commoner in balding men. */
    int alleles(Dice dice, boolean female, boolean pattern) {
        double odds = onX && pattern && !female ? 0.94 : frequency;
        int first = dice.chance(odds) ? 1 : 0;
        boolean single = onX && !female;
        return single ? first : first + (dice.chance(odds) ? 1 : 0);
    }
}
