package health.strand.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A patient somebody may open.
 *
 * @param name as the record has it; never empty, because people choose by it
 */
public record PatientChoice(String id, String name, String birthDate) {

    /** Of a FHIR Patient; empty for anything else. */
    static Optional<PatientChoice> of(JsonNode resource) {
        String id = resource.path("id").asText();
        if (!"Patient".equals(resource.path("resourceType").asText()) || id.isEmpty()) {
            return Optional.empty();
        }
        String name = name(resource.path("name").path(0));
        return Optional.of(new PatientChoice(
                id,
                name.isBlank() ? "Patient " + id : name,
                resource.path("birthDate").asText()));
    }

    private static String name(JsonNode name) {
        if (name.path("text").isTextual()) {
            return name.path("text").asText();
        }
        String given = StreamSupport.stream(name.path("given").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        return (given + " " + name.path("family").asText()).strip();
    }
}
