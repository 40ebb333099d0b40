package health.strand.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * What an app was launched for, by the names the token answer gives it.
 *
 * @param members the members of the token answer beside those of OAuth
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2</a>
 */
record LaunchContext(Map<String, Object> members) {

    static final String PATIENT = "patient";
    static final String ENCOUNTER = "encounter";
    static final String BANNER = "need_patient_banner";
    static final String STYLE = "smart_style_url";

    static final LaunchContext NONE = new LaunchContext(Map.of());

    private static final List<String> NAMES =
            List.of(PATIENT, ENCOUNTER, "fhirContext", BANNER, "intent", STYLE, "tenant");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    LaunchContext {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Of all these members those that are launch context. */
    static LaunchContext among(Map<String, ?> all) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (String name : NAMES) {
            Object value = all.get(name);
            if (value != null) {
                known.put(name, value);
            }
        }
        return new LaunchContext(known);
    }

    /** What {@link #text} wrote. */
    static LaunchContext parse(String text) {
        try {
            return among(JsonSerialization.mapper.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no launch context", e);
        }
    }

    String text() {
        try {
            return JsonSerialization.mapper.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Optional<String> patient() {
        return Optional.ofNullable(members.get(PATIENT)).map(String::valueOf);
    }

    /** With one member more, unless it is there. */
    LaunchContext with(String name, @Nullable Object value) {
        if (value == null || has(name)) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return among(more);
    }
}
