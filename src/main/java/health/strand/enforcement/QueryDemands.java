package health.strand.enforcement;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import health.strand.access.Demand;
import health.strand.access.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds every resource type a query looks into besides the one it searches: through chains, {@code _has}, includes and
 * chained sorts. Looking into a type is searching it, so it needs that type's scope.
 */
final class QueryDemands {

    private static final int DEEPEST = 8;

    private final ISearchParamRegistry parameters;

    QueryDemands(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    List<Demand> of(String type, Map<String, String[]> query) {
        List<Demand> demands = new ArrayList<>();
        query.forEach((name, values) -> add(demands, type, name, values));
        return demands;
    }

    private void add(List<Demand> demands, String type, String name, String[] values) {
        String bare = bare(name);
        if (Gates.NOT_OFFERED.contains(bare)) {
            throw new InvalidRequestException("the parameter `" + bare + "` is not offered");
        }
        switch (bare) {
            case "_include" -> included(demands, values);
            case "_revinclude" -> revincluded(demands, values);
            case "_count", "_offset" -> numbers(bare, values);
            case "_sort" -> sorted(demands, type, values);
            default -> looked(demands, type, name, values, 0);
        }
    }

    private static String bare(String name) {
        return name.indexOf(':') < 0 ? name : name.substring(0, name.indexOf(':'));
    }

    private @Nullable RuntimeSearchParam parameter(String type, String name) {
        return parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH);
    }

    private static void numbers(String name, String[] values) {
        for (String value : values) {
            if (!value.matches("\\d{1,9}")) {
                throw new InvalidRequestException("`" + name + "` must be a whole number from 0 on");
            }
        }
    }

    /** A chain, a reverse chain or an ordinary parameter. */
    private void looked(List<Demand> demands, String type, String name, String[] values, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidRequestException("the query looks through more than " + DEEPEST + " references");
        }
        if (name.startsWith("_has:")) {
            reverse(demands, name, values, depth);
        } else if (name.indexOf('.') > 0) {
            chained(demands, type, name, values, depth);
        } else {
            Modifiers.check(type, parameter(type, bare(name)), name, values, depth > 0);
        }
    }

    private void reverse(List<Demand> demands, String name, String[] values, int depth) {
        String[] parts = name.split(":", 4);
        if (parts.length < 4) {
            throw new InvalidRequestException("`_has` is written `_has:Type:reference:parameter`");
        }
        demands.add(search(parts[1]));
        looked(demands, parts[1], parts[3], values, depth + 1);
    }

    private void chained(List<Demand> demands, String type, String name, String[] values, int depth) {
        String link = name.substring(0, name.indexOf('.'));
        String rest = name.substring(name.indexOf('.') + 1);
        if (rest.startsWith("_has:") && link.indexOf(':') < 0) {
            // HAPI would join the answers for all types the reference can lead to, one with another
            throw new InvalidRequestException(
                    "a `_has` in a chain needs the type before it, as `subject:Patient._has:`");
        }
        for (String target : targets(type, link, rest)) {
            demands.add(search(target));
            looked(demands, target, rest, values, depth + 1);
        }
    }

    private List<String> targets(String type, String link, String rest) {
        int qualifier = link.indexOf(':');
        if (qualifier > 0) {
            return List.of(link.substring(qualifier + 1));
        }
        RuntimeSearchParam parameter = parameter(type, link);
        if (parameter == null) {
            // HAPI will say that the parameter is unknown
            return List.of();
        }
        String next = rest.split("[.:]", 2)[0];
        return parameter.getTargets().stream()
                .filter(target -> next.startsWith("_") || parameter(target, next) != null)
                .sorted()
                .toList();
    }

    private static void included(List<Demand> demands, String[] values) {
        for (String value : values) {
            String[] parts = value.split(":");
            if (parts.length > 2) {
                demands.add(new Demand(type(parts[2]), Permission.READ));
            }
        }
    }

    private static void revincluded(List<Demand> demands, String[] values) {
        for (String value : values) {
            if (!"*".equals(value)) {
                demands.add(new Demand(type(value.split(":")[0]), Permission.READ));
            }
        }
    }

    private void sorted(List<Demand> demands, String type, String[] values) {
        for (String value : values) {
            for (String key : value.split(",")) {
                looked(demands, type, key.startsWith("-") ? key.substring(1) : key, new String[0], 0);
            }
        }
    }

    private static Demand search(String type) {
        return new Demand(type(type), Permission.SEARCH);
    }

    private static String type(String written) {
        if (!written.matches("[A-Z][A-Za-z]{1,63}")) {
            throw new InvalidRequestException("`" + written + "` is not a resource type");
        }
        return written;
    }
}
