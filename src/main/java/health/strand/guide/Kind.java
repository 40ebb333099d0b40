package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a compiled resource is to a reader, in the order of the index. */
enum Kind {
    PROFILE("Profiles", "profiles", "What a resource must hold to be a record of this field."),
    EXTENSION("Extensions", "extensions", "What FHIR R4 has no element for."),
    CODE_SYSTEM(
            "Code systems", "code-systems", "Codes of our own, and excerpts or copies of others' with their notices."),
    VALUE_SET("Value sets", "value-sets", "Which codes may stand where."),
    CONCEPT_MAP("Concept maps", "concept-maps", "What our codes are in other systems."),
    SEARCH_PARAMETER(
            "Search parameters", "search-parameters", "What can be searched for beyond FHIR's own parameters."),
    OPERATION("Operations", "operations", "What can be asked for that is not a search."),
    QUESTIONNAIRE("Forms", "forms", "What patients are asked."),
    PROTOCOL("Scan protocols", "protocols", "How a scan is taken, so that the next one can be compared with it."),
    CAPABILITY("Capability statement", "capability", "What a server must do to keep these records."),
    EXAMPLE("Examples", "examples", "Resources that pass; the clinic and its patients are invented.");

    private final String heading;
    private final String anchor;
    private final String sentence;

    Kind(String heading, String anchor, String sentence) {
        this.heading = heading;
        this.anchor = anchor;
        this.sentence = sentence;
    }

    String heading() {
        return heading;
    }

    String anchor() {
        return anchor;
    }

    String sentence() {
        return sentence;
    }

    /** Empty for the list of the package's contents, which is no page of its own. */
    static Optional<Kind> ofDefinition(JsonNode resource) {
        return switch (resource.path("resourceType").asText()) {
            case "StructureDefinition" ->
                Optional.of("Extension".equals(resource.path("type").asText()) ? EXTENSION : PROFILE);
            case "CodeSystem" -> Optional.of(CODE_SYSTEM);
            case "ValueSet" -> Optional.of(VALUE_SET);
            case "ConceptMap" -> Optional.of(CONCEPT_MAP);
            case "SearchParameter" -> Optional.of(SEARCH_PARAMETER);
            case "OperationDefinition" -> Optional.of(OPERATION);
            case "Questionnaire" -> Optional.of(QUESTIONNAIRE);
            case "PlanDefinition" -> Optional.of(PROTOCOL);
            case "CapabilityStatement" -> Optional.of(CAPABILITY);
            case "ImplementationGuide" -> Optional.empty();
            default ->
                throw new GuideFailure("there is no page for a "
                        + resource.path("resourceType").asText());
        };
    }
}
