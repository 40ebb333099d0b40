package health.strand.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For what an EHR or a portal asks to launch an app.
 *
 * @param clientId the app
 * @param patient the patient's id; null for a launch without one
 * @param encounter the encounter's id; null for none
 * @param fhirContext what else is open in the EHR: objects with a `reference`
 * @param others `intent`, `tenant` and `need_patient_banner`, where they are given
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2</a>
 */
public record LaunchRequest(
        String clientId,
        @Nullable String patient,
        @Nullable String encounter,
        List<Map<String, Object>> fhirContext,
        Map<String, Object> others) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9.-]{1,64}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} ._:/-]{1,128}");
    private static final Set<String> MEMBERS =
            Set.of("client_id", "patient", "encounter", "fhirContext", "intent", "tenant", "need_patient_banner");
    private static final Set<String> CONTEXT_MEMBERS = Set.of("reference", "role", "type");
    private static final int MOST_CONTEXTS = 5;

    /** What is wrong with a request, in words for whoever wrote it. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Reads the JSON object of a request.
     *
     * @throws Unusable if it is not one
     */
    public static LaunchRequest parse(JsonNode body, ObjectMapper json) throws Unusable {
        if (!body.isObject()) {
            throw new Unusable("the body is a JSON object");
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new Unusable("known members are client_id, patient, encounter, fhirContext, intent, tenant"
                        + " and need_patient_banner");
            }
        }
        String client = text(body, "client_id", Pattern.compile("[\\x21-\\x7e]{1,255}"))
                .orElseThrow(() -> new Unusable("`client_id` names the app"));
        Map<String, Object> others = new LinkedHashMap<>();
        text(body, "intent", WORDS).ifPresent(intent -> others.put("intent", intent));
        text(body, "tenant", WORDS).ifPresent(tenant -> others.put("tenant", tenant));
        JsonNode banner = body.path("need_patient_banner");
        if (banner.isBoolean()) {
            others.put("need_patient_banner", banner.asBoolean());
        } else if (!banner.isMissingNode()) {
            throw new Unusable("`need_patient_banner` is true or false");
        }
        return new LaunchRequest(
                client,
                text(body, "patient", ID).orElse(null),
                text(body, "encounter", ID).orElse(null),
                contexts(body.path("fhirContext"), json),
                others);
    }

    private static Optional<String> text(JsonNode body, String name, Pattern form) throws Unusable {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || !form.matcher(value.asText()).matches()) {
            throw new Unusable("`" + name + "` is not of the form it has to be");
        }
        return Optional.of(value.asText());
    }

    private static List<Map<String, Object>> contexts(JsonNode list, ObjectMapper json) throws Unusable {
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_CONTEXTS) {
            throw new Unusable("`fhirContext` is a list of at most " + MOST_CONTEXTS);
        }
        List<Map<String, Object>> contexts = new ArrayList<>();
        for (JsonNode each : list) {
            contexts.add(context(each, json));
        }
        return List.copyOf(contexts);
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> context(JsonNode each, ObjectMapper json) throws Unusable {
        String reference = text(each, "reference", REFERENCE)
                .orElseThrow(() -> new Unusable("each of `fhirContext` has a `reference` by type and id"));
        text(each, "role", WORDS);
        text(each, "type", WORDS);
        boolean known = each.properties().stream().allMatch(member -> CONTEXT_MEMBERS.contains(member.getKey()));
        if (!known) {
            throw new Unusable("each of `fhirContext` has `reference`, and may have `role` and `type`");
        }
        boolean primary = reference.startsWith("Patient/") || reference.startsWith("Encounter/");
        if (primary
                && (each.path("role").isMissingNode()
                        || "launch".equals(each.path("role").asText()))) {
            throw new Unusable("a Patient or Encounter in `fhirContext` has a `role` other than launch");
        }
        return json.convertValue(each, Map.class);
    }

    /** Everything that has to be there for whoever asks, as {@code Type/id}. */
    public List<String> references() {
        List<String> references = new ArrayList<>();
        if (patient != null) {
            references.add("Patient/" + patient);
        }
        if (encounter != null) {
            references.add("Encounter/" + encounter);
        }
        fhirContext.forEach(each -> references.add(String.valueOf(each.get("reference"))));
        return List.copyOf(references);
    }

    /** The members of the token answer that follow from it. */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>(others);
        if (patient != null) {
            claims.put("patient", patient);
        }
        if (encounter != null) {
            claims.put("encounter", encounter);
        }
        if (!fhirContext.isEmpty()) {
            claims.put("fhirContext", fhirContext);
        }
        return claims;
    }
}
