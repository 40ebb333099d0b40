package health.strand.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A square of scalp of which every hair is known. Units are placed by throwing darts that keep a distance from each
 * other, until the region of interest holds the number of hairs asked for, neither more nor less.
 */
final class ScalpPatch {

    /** Edge of the picture in mm. */
    static final double FIELD = 5.4;
    /** Edge of the analysed square in the middle of it; 0.25 cm2. */
    static final double ROI = 5.0;

    static final double ANALYSED_AREA_CM2 = 0.25;
    static final double TERMINAL_THRESHOLD = 40;
    private static final double MARGIN = (FIELD - ROI) / 2;
    private static final double ROOT_JITTER = 0.07;
    private static final double HAIRS_PER_UNIT = 2.04;

    private final Dice dice;
    private final double terminalDiameter;
    private final double vellusShare;
    private final double flow;
    private final List<Hair> hairs = new ArrayList<>();
    private final List<double[]> centres = new ArrayList<>();

    private ScalpPatch(Dice dice, double terminalDiameter, double vellusShare) {
        this.dice = dice;
        this.terminalDiameter = terminalDiameter;
        this.vellusShare = vellusShare;
        this.flow = dice.between(0, 2 * Math.PI);
    }

    /** Grows the patch with exactly that many hairs rooted in the region of interest. */
    static ScalpPatch grow(Dice dice, int hairsInRoi, double terminalDiameter, double vellusShare) {
        ScalpPatch patch = new ScalpPatch(dice, terminalDiameter, vellusShare);
        double unitsPerMm2 = hairsInRoi / (ROI * ROI) / HAIRS_PER_UNIT;
        patch.fill(hairsInRoi, 0.75 / Math.sqrt(Math.max(0.05, unitsPerMm2)));
        return patch;
    }

    private void fill(int wanted, double distance) {
        int missing = wanted;
        double apart = distance;
        while (missing > 0) {
            double x = dice.between(0, FIELD);
            double y = dice.between(0, FIELD);
            if (crowded(x, y, apart)) {
                // a full field gives way a little at every miss, so that the loop always ends
                apart *= 0.995;
                continue;
            }
            centres.add(new double[] {x, y});
            missing -= growUnit(x, y, missing);
        }
    }

    private boolean crowded(double x, double y, double apart) {
        return centres.stream().anyMatch(centre -> Math.hypot(centre[0] - x, centre[1] - y) < apart);
    }

    /** Grows one unit and says how many of its hairs count; a hair too many in the region is left out. */
    private int growUnit(double x, double y, int missing) {
        int size = 1 + dice.weighted(0.25, 0.50, 0.21, 0.04);
        double along = flow + 0.25 * Math.sin(x) + 0.25 * Math.cos(y);
        int counted = 0;
        for (int i = 0; i < size; i++) {
            Hair hair = hair(x, y, along);
            boolean inside = inRoi(hair);
            if (!inside || counted < missing) {
                hairs.add(hair);
                counted += inside ? 1 : 0;
            }
        }
        return counted;
    }

    private Hair hair(double x, double y, double along) {
        boolean vellus = dice.chance(vellusShare);
        double diameter = vellus ? dice.normal(26, 6) : dice.normal(terminalDiameter, 12);
        return new Hair(
                x + dice.trimmedNormal(0, ROOT_JITTER / 2),
                y + dice.trimmedNormal(0, ROOT_JITTER / 2),
                along + dice.normal(0, 0.22),
                dice.between(0.6, 1.0),
                Math.max(10, Math.min(120, diameter)),
                centres.size());
    }

    private static boolean inRoi(Hair hair) {
        return hair.x() >= MARGIN && hair.x() < FIELD - MARGIN && hair.y() >= MARGIN && hair.y() < FIELD - MARGIN;
    }

    List<Hair> all() {
        return List.copyOf(hairs);
    }

    List<Hair> inRoi() {
        return hairs.stream().filter(ScalpPatch::inRoi).toList();
    }

    int hairCount() {
        return inRoi().size();
    }

    double perCm2(Predicate<Hair> which) {
        return inRoi().stream().filter(which).count() / ANALYSED_AREA_CM2;
    }

    int unitCount() {
        Set<Integer> units = new HashSet<>();
        inRoi().forEach(hair -> units.add(hair.unit()));
        return units.size();
    }

    double meanDiameter() {
        return inRoi().stream().mapToDouble(Hair::diameter).average().orElse(0);
    }

    double diameterDeviation() {
        double mean = meanDiameter();
        return Math.sqrt(inRoi().stream()
                .mapToDouble(hair -> Math.pow(hair.diameter() - mean, 2))
                .average()
                .orElse(0));
    }

    /** Sum of all diameters over one square centimetre, in mm. */
    double cumulativeThickness() {
        return inRoi().stream().mapToDouble(Hair::diameter).sum() / 1000 / ANALYSED_AREA_CM2;
    }
}
