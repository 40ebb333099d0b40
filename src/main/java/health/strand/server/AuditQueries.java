package health.strand.server;

import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.audit.LogQuery;
import health.strand.audit.TrailEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a search of the audit trail asks for. */
final class AuditQueries {

    /** Where the page before has ended; part of a sealed link. */
    static final String AFTER = "_after";

    /** An id of nothing: a value that can be no id finds nothing. */
    private static final UUID NONE = new UUID(0, 0);

    private static final List<String> PEOPLE = List.of("Practitioner", "Patient", "RelatedPerson");

    private AuditQueries() {}

    record Parameters(
            @Nullable TokenOrListParam ids,
            @Nullable ReferenceOrListParam patients,
            @Nullable DateRangeParam date,
            @Nullable ReferenceOrListParam agents,
            @Nullable TokenOrListParam actions,
            @Nullable TokenOrListParam types,
            @Nullable TokenOrListParam subtypes,
            @Nullable TokenOrListParam outcomes,
            @Nullable ReferenceOrListParam things,
            @Nullable TokenOrListParam roles,
            @Nullable StringParam after) {}

    static LogQuery of(Parameters asked, boolean everybody, int most) {
        DateRangeParam date = asked.date();
        Date from = date == null ? null : date.getLowerBoundAsInstant();
        Date until = date == null ? null : date.getUpperBoundAsInstant();
        return new LogQuery(
                codes(asked.ids()).map(each -> uuid(each).orElse(NONE)).toList(),
                references(asked.patients(), List.of("Patient"))
                        .map(each -> each.substring(each.indexOf('/') + 1))
                        .toList(),
                from == null ? null : from.toInstant(),
                // the last millisecond of what was named, and all of it
                until == null ? null : until.toInstant().plusMillis(1),
                references(asked.agents(), PEOPLE).toList(),
                codes(asked.subtypes()).toList(),
                codes(asked.actions()).toList(),
                codes(asked.outcomes()).toList(),
                codes(asked.types()).toList(),
                references(asked.things(), List.of("Patient")).toList(),
                roles(asked),
                everybody,
                most,
                asked.after() == null ? null : mark(asked.after().getValue()));
    }

    /** The roles that are asked for; all of them when none is. */
    private static Set<LogQuery.ThingRole> roles(Parameters asked) {
        if (asked.roles() == null) {
            return EnumSet.allOf(LogQuery.ThingRole.class);
        }
        return codes(asked.roles())
                .flatMap(code -> LogQuery.ThingRole.fromCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest first, which may be asked for, and nothing else. */
    static void requireUsualOrder(@Nullable SortSpec sort) {
        boolean usual = sort == null
                || "date".equals(sort.getParamName())
                        && sort.getOrder() == SortOrderEnum.DESC
                        && sort.getChain() == null;
        if (!usual) {
            throw new InvalidRequestException("audit events come in one order, the newest first");
        }
    }

    private static LogQuery.Mark mark(String text) {
        return LogQuery.Mark.parse(text)
                .orElseThrow(
                        () -> new InvalidRequestException("`" + AFTER + "` is part of a link and not to be written"));
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> codes(@Nullable TokenOrListParam tokens) {
        return tokens == null
                ? Stream.empty()
                : tokens.getValuesAsQueryTokens().stream().map(AuditQueries::code);
    }

    private static String code(TokenParam token) {
        if (token.getModifier() != null || token.getMissing() != null) {
            throw notOffered();
        }
        return String.valueOf(token.getValue());
    }

    /** @param types of what is named without its type */
    private static Stream<String> references(@Nullable ReferenceOrListParam references, List<String> types) {
        return references == null
                ? Stream.empty()
                : references.getValuesAsQueryTokens().stream().flatMap(each -> reference(each, types));
    }

    private static Stream<String> reference(ReferenceParam named, List<String> types) {
        if (named.getChain() != null || named.getMissing() != null || named.getIdPart() == null) {
            throw notOffered();
        }
        return named.hasResourceType()
                ? Stream.of(named.getResourceType() + "/" + named.getIdPart())
                : types.stream().map(type -> type + "/" + named.getIdPart());
    }

    private static InvalidRequestException notOffered() {
        return new InvalidRequestException("audit events are looked for by plain values, without chains and modifiers");
    }

    /** The same question from behind an entry. */
    static String next(String base, RequestDetails request, TrailEntry last) {
        Stream<String> same = request.getParameters().entrySet().stream()
                .filter(each -> !AFTER.equals(each.getKey()))
                .flatMap(AuditQueries::written);
        String after = AFTER + "=" + encoded(new LogQuery.Mark(last.recorded(), last.id()).toString());
        return Stream.concat(same, Stream.of(after)).collect(Collectors.joining("&", base + "/AuditEvent?", ""));
    }

    private static Stream<String> written(Map.Entry<String, String[]> parameter) {
        return Arrays.stream(parameter.getValue()).map(value -> encoded(parameter.getKey()) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
