package health.strand.enforcement;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Searches that ask for genetic data by name, by kind, profile or label, whatever there is of it. */
final class GeneticSearch {

    private static final Set<String> NAMING = Set.of("category", "_profile", "_security");
    private static final Set<String> NAMES = Set.of("GE", "GDIS");
    private static final String PROFILES = "/hr-genetic-";

    private GeneticSearch() {}

    static boolean is(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> NAMING.contains(each.getKey().split(":", 2)[0]))
                .flatMap(each -> Arrays.stream(each.getValue()))
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(GeneticSearch::isName);
    }

    private static boolean isName(String value) {
        return NAMES.contains(value.substring(value.lastIndexOf('|') + 1)) || value.contains(PROFILES);
    }
}
