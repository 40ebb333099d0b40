package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.Map;

/** The query of a URL that comes inside a request, where no container has looked at it. */
final class QueryText {

    /** What a decoder puts for bytes that are no character. */
    private static final char UNREADABLE = '\uFFFD';

    private QueryText() {}

    /**
     * @param query with or without its question mark
     * @throws InvalidRequestException when an escape means nothing
     */
    static Map<String, String[]> parse(String query) {
        Map<String, String[]> parameters;
        try {
            parameters = UrlUtil.parseQueryStrings(query);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(ErrorTexts.ESCAPES, e);
        }
        boolean readable = parameters.entrySet().stream()
                .allMatch(each -> each.getKey().indexOf(UNREADABLE) < 0
                        && Arrays.stream(each.getValue()).noneMatch(value -> value.indexOf(UNREADABLE) >= 0));
        if (!readable) {
            throw new InvalidRequestException(ErrorTexts.ESCAPES);
        }
        return parameters;
    }
}
