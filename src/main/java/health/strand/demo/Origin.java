package health.strand.demo;

/**
 * Where a patient's family comes from, as far as hair is concerned. Densities are published means and deviations of
 * healthy scalps; shares of clients and the factor on pattern loss are assumptions.
 */
enum Origin {
    EUROPEAN(0.60, 222, 30, 1.0),
    HISPANIC(0.13, 173, 32, 0.9),
    AFRICAN(0.09, 154, 26, 0.7),
    EAST_ASIAN(0.13, 143, 28, 0.8),
    SOUTH_ASIAN(0.05, 165, 28, 0.9);

    final double share;
    final double meanDensity;
    final double densityDeviation;
    /** Moves the drawn stage down where pattern loss is rarer. */
    final double lossFactor;

    Origin(double share, double meanDensity, double densityDeviation, double lossFactor) {
        this.share = share;
        this.meanDensity = meanDensity;
        this.densityDeviation = densityDeviation;
        this.lossFactor = lossFactor;
    }

    static Origin draw(Dice dice) {
        Origin[] all = values();
        double[] shares = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            shares[i] = all[i].share;
        }
        return all[dice.weighted(shares)];
    }
}
