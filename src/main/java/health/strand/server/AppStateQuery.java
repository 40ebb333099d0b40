package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.appstate.AppState.Content;
import health.strand.appstate.SubjectAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search for app state: by a whole code, and by one subject or by none. Everything else is refused, not ignored. */
record AppStateQuery(Map<String, String[]> parameters, SubjectAddress subjects) {

    private static final String SUBJECT = "subject";
    private static final String WITHOUT = "subject:missing";
    private static final Set<String> KNOWN =
            Set.of("code", SUBJECT, WITHOUT, "_format", "_pretty", "_summary", "_elements");

    /** What is looked for; empty when there can be no such thing. */
    Optional<Content> content(@Nullable String system, @Nullable String code) {
        boolean about = parameters.containsKey(SUBJECT);
        boolean known = KNOWN.containsAll(parameters.keySet()) && about != parameters.containsKey(WITHOUT);
        boolean nobody = about || "true".equals(single(WITHOUT));
        if (!known || !nobody || isBlank(system) || isBlank(code)) {
            throw new InvalidRequestException("app state is searched by `code`, as `system|code`, and either by"
                    + " `subject`, as the whole address of a resource of the record, or by `subject:missing=true`");
        }
        Optional<String> subject = about ? subjects.reference(single(SUBJECT)) : Optional.of("");
        return subject.map(each -> new Content(String.valueOf(system), String.valueOf(code), each, ""));
    }

    private String single(String name) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        return values.length == 1 ? values[0] : "";
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
