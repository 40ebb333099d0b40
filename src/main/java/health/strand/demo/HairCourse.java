package health.strand.demo;

import java.util.EnumMap;
import java.util.Map;

/**
 * The true density and thickness of each zone over time, before any measuring error. Drug trials publish deviations
 * that contain the error, so the true gain varies by 18 rather than by their 20 to 25 hairs per square centimetre.
 */
final class HairCourse {

    private static final double GAIN_DEVIATION = 18;

    private final PatientStory story;
    private final Map<Zone, Double> baseline = new EnumMap<>(Zone.class);
    private final double gain;
    private final double yearlyDecline;
    private final double diameter;

    /** Hairs per square centimetre that a transplant brought into the recipient zone, and that survived. */
    private final double implanted;

    HairCourse(PatientStory story, Dice dice) {
        this.story = story;
        double healthy = healthyDensity(story.origin(), dice);
        for (Zone zone : Zone.values()) {
            double lost = lost(story) * zone.patternWeight;
            baseline.put(zone, healthy * (1 - lost) * dice.trimmedNormal(1, 0.04));
        }
        this.gain = dice.trimmedNormal(story.arm().gainAtTwelveMonths, GAIN_DEVIATION);
        this.yearlyDecline = Math.max(0, dice.trimmedNormal(0.045, 0.025));
        this.diameter = dice.trimmedNormal(61, 5) * (1 - 0.2 * lost(story));
        this.implanted = story.arm() == Arm.TRANSPLANT ? dice.between(55, 85) * dice.between(0.90, 0.95) : 0;
    }

    /** Healthy density of a person, drawn around the mean of the origin. */
    static double healthyDensity(Origin origin, Dice dice) {
        return dice.trimmedNormal(origin.meanDensity, origin.densityDeviation);
    }

    double density(Zone zone, double month) {
        double before = baseline.getOrDefault(zone, 0.0);
        double now = story.arm() == Arm.UNTREATED ? untreated(before, zone, month) : treated(before, zone, month);
        return Math.max(8, now);
    }

    /** Mean diameter of the terminal hairs; treatment thickens hair before it multiplies it. */
    double terminalDiameter(Zone zone, double month) {
        double thickening = story.arm().medicine ? 4 * zone.patternWeight * (1 - Math.exp(-month / 6)) : 0;
        return diameter * (1 - 0.1 * lost(story) * zone.patternWeight) + thickening;
    }

    double vellusShare(Zone zone, double month) {
        double start = 0.08 + 0.35 * lost(story) * zone.patternWeight;
        return story.arm().medicine ? start * (1 - 0.25 * (1 - Math.exp(-month / 6))) : start;
    }

    private double untreated(double before, Zone zone, double month) {
        if (story.diagnosis() == Diagnosis.TELOGEN_EFFLUVIUM) {
            return before * (1 + 0.15 * (1 - Math.exp(-month / 5)));
        }
        return before * Math.pow(1 - yearlyDecline * zone.patternWeight, month / 12);
    }

    private double treated(double before, Zone zone, double month) {
        if (story.arm() == Arm.TRANSPLANT) {
            return zone == Zone.OCCIPITAL ? before * (month > 0 ? 0.86 : 1) : before + grown(zone, month);
        }
        double ramp = (1 - Math.exp(-month / 5)) / (1 - Math.exp(-12 / 5.0));
        return before + gain * ramp * zone.patternWeight;
    }

    /** Implanted hair falls out first, with some of its neighbours, and grows back along an S over a year. */
    private double grown(Zone zone, double month) {
        double share = zone == Zone.FRONTAL ? 1 : 0.45;
        double shock = -9 * Math.exp(-Math.pow((month - 2.5) / 1.2, 2));
        double risen = month <= 0 ? 0 : 1 / (1 + Math.exp(-(month - 6.5) / 1.3));
        return share * (implanted * risen + shock);
    }

    private static double lost(PatientStory story) {
        return switch (story.diagnosis()) {
            case PATTERN -> story.stage().loss();
            case AREATA -> 0.30;
            case TELOGEN_EFFLUVIUM -> 0.20;
            case SCARRING, TRACTION -> 0.25;
        };
    }
}
