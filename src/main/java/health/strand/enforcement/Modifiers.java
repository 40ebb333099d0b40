package health.strand.enforcement;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses modifiers of search parameters that storage cannot carry out, before anything is looked at: it would fail in
 * the middle, or not at all, as the case may be.
 */
final class Modifiers {

    private static final Set<String> NOT_OFFERED = Set.of("contains", "of-type");
    private static final Set<String> OF_CODES = Set.of("above", "below");
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
    private static final Pattern WITH_SYSTEM = Pattern.compile("[^|]+\\|[^|]+");

    private Modifiers() {}

    /**
     * @param parameter null for one that is not known, which HAPI will say
     * @param name as it is written, with its modifier
     * @param behindReference whether it is asked of what a reference leads to
     */
    static void check(@Nullable RuntimeSearchParam parameter, String name, String[] values, boolean behindReference) {
        int colon = name.indexOf(':');
        String modifier = colon < 0 ? "" : name.substring(colon + 1);
        if (NOT_OFFERED.contains(modifier)) {
            throw new InvalidRequestException("the modifier `:" + modifier + "` is not offered");
        }
        if (behindReference && "missing".equals(modifier)) {
            // HAPI would ask it of what the reference stands in, or fail
            throw new InvalidRequestException("the modifier `:missing` is not offered behind a reference");
        }
        boolean codes = parameter != null && parameter.getParamType() == RestSearchParameterTypeEnum.TOKEN;
        if (codes && OF_CODES.contains(modifier) && !allHaveSystems(values)) {
            throw new InvalidRequestException(
                    "the modifier `:" + modifier + "` needs each code with its system, as `system|code`");
        }
    }

    private static boolean allHaveSystems(String[] values) {
        return Arrays.stream(values)
                .flatMap(COMMA::splitAsStream)
                .allMatch(value -> WITH_SYSTEM.matcher(value).matches());
    }
}
