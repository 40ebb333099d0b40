package health.strand.progression;

import java.util.Optional;
import java.util.Set;

/**
 * What is asked for: one number of one zone.
 *
 * @param zone a code of {@code scalp-zone}
 * @param metric a code of {@code trichometry} that panels have a number for
 */
public record TrendQuestion(String zone, String metric) {

    /** What is said of a zone nobody knows. */
    public static final String ZONE_FAULT = "`zone` is a code of scalp-zone, such as `vertex`";

    private static final Set<String> ZONES = Set.of(
            "vertex",
            "mid-scalp",
            "frontal",
            "frontal-hairline",
            "temple-left",
            "temple-right",
            "temporal-left",
            "temporal-right",
            "parietal-left",
            "parietal-right",
            "occipital",
            "retro-auricular",
            "whole-scalp");

    private static final Set<String> METRICS = Set.of(
            "hair-count",
            "hair-density",
            "fu-density",
            "hairs-per-fu",
            "single-hair-unit-percent",
            "terminal-density",
            "vellus-density",
            "vellus-percent",
            "terminal-vellus-ratio",
            "mean-shaft-diameter",
            "shaft-diameter-sd",
            "diameter-diversity-percent",
            "thin-hair-percent",
            "cumulative-thickness",
            "anagen-percent",
            "telogen-percent",
            "anagen-telogen-ratio",
            "growth-rate",
            "yellow-dot-count",
            "peripilar-percent",
            "hair-weight");

    /** Whether there is such a zone. */
    public static boolean isZone(String code) {
        return ZONES.contains(code);
    }

    /** What is wrong with it; empty when nothing is. */
    public Optional<String> fault() {
        if (!isZone(zone)) {
            return Optional.of(ZONE_FAULT);
        }
        return METRICS.contains(metric)
                ? Optional.empty()
                : Optional.of(
                        "`metric` is a code of trichometry that panels have a number for, such as `hair-density`");
    }
}
