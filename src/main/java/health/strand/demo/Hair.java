package health.strand.demo;

/**
 * One hair of an invented scalp, as it leaves the skin.
 *
 * @param x distance of the root from the left edge of the field, in mm
 * @param y distance of the root from the upper edge of the field, in mm
 * @param angle direction of growth in radians
 * @param length in mm, clipped
 * @param diameter in micrometres
 * @param unit number of the follicular unit it belongs to
 */
record Hair(double x, double y, double angle, double length, double diameter, int unit) {

    boolean terminal() {
        return diameter > ScalpPatch.TERMINAL_THRESHOLD;
    }
}
