package health.strand.enforcement;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses modifiers and values of search parameters that storage cannot carry out, before anything is looked at: it would
 * fail in the middle, or not at all, as the case may be.
 */
final class Modifiers {

    private static final Set<String> NOT_OFFERED = Set.of("contains", "of-type");
    /** HAPI stores these in a partition of their own, and asks for it outside of the question what is missing there. */
    private static final Set<String> OF_A_PARTITION = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "CompartmentDefinition",
            "ConceptMap",
            "Library",
            "NamingSystem",
            "OperationDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "StructureMap",
            "ValueSet");

    private static final Set<String> OF_CODES = Set.of("above", "below");
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
    private static final Pattern WITH_SYSTEM = Pattern.compile("[^|]+\\|[^|]+");
    private static final Pattern OF_TWO_PARTS = Pattern.compile("(?:[^$\\\\]|\\\\.)+\\$(?:[^$\\\\]|\\\\.)+");

    private Modifiers() {}

    /**
     * @param type of what is searched
     * @param parameter null for one that is not known, which HAPI will say
     * @param name as it is written, with its modifier
     * @param behindReference whether it is asked of what a reference leads to
     */
    static void check(
            String type,
            @Nullable RuntimeSearchParam parameter,
            String name,
            String[] values,
            boolean behindReference) {
        int colon = name.indexOf(':');
        String modifier = colon < 0 ? "" : name.substring(colon + 1);
        if (NOT_OFFERED.contains(modifier)) {
            throw new InvalidRequestException("the modifier `:" + modifier + "` is not offered");
        }
        if (behindReference && "missing".equals(modifier)) {
            // HAPI would ask it of what the reference stands in, or fail
            throw new InvalidRequestException("the modifier `:missing` is not offered behind a reference");
        }
        if (OF_A_PARTITION.contains(type) && "missing".equals(modifier)) {
            throw new InvalidRequestException("the modifier `:missing` is not offered for `" + type + "`");
        }
        if (is(RestSearchParameterTypeEnum.TOKEN, parameter)
                && OF_CODES.contains(modifier)
                && !all(values, WITH_SYSTEM.asMatchPredicate())) {
            throw new InvalidRequestException(
                    "the modifier `:" + modifier + "` needs each code with its system, as `system|code`");
        }
        // HAPI would fail over a part that is not there, or look for the other alone
        if (is(RestSearchParameterTypeEnum.COMPOSITE, parameter)
                && !(modifier.isEmpty() && all(values, OF_TWO_PARTS.asMatchPredicate()))) {
            throw new InvalidRequestException(
                    "a parameter of two parts takes no modifier and needs both in each value, as `one$other`");
        }
    }

    private static boolean is(RestSearchParameterTypeEnum type, @Nullable RuntimeSearchParam parameter) {
        return parameter != null && parameter.getParamType() == type;
    }

    private static boolean all(String[] values, Predicate<String> good) {
        return Arrays.stream(values).flatMap(COMMA::splitAsStream).allMatch(good);
    }
}
