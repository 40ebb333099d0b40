package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One element of a snapshot.
 *
 * @param own what the profile itself says about it; missing when it says nothing
 */
record Element(JsonNode json, JsonNode own) {

    String id() {
        return json.path("id").asText();
    }

    boolean isOwn() {
        return !own.isMissingNode();
    }

    boolean isRoot() {
        return id().indexOf('.') < 0;
    }

    String parent() {
        int dot = id().lastIndexOf('.');
        return dot < 0 ? "" : id().substring(0, dot);
    }

    int depth() {
        return (int) id().chars().filter(character -> character == '.').count();
    }

    /** Its last step, such as {@code component:hair-density}. */
    String step() {
        return id().substring(id().lastIndexOf('.') + 1);
    }

    boolean isSlice() {
        return json.has("sliceName");
    }

    boolean isMandatory() {
        return json.path("min").asInt() > 0;
    }

    boolean isForbidden() {
        return "0".equals(json.path("max").asText());
    }

    boolean mustBeSupported() {
        return json.path("mustSupport").asBoolean();
    }

    boolean isModifier() {
        return json.path("isModifier").asBoolean();
    }

    String cardinality() {
        return json.path("min").asText() + ".." + json.path("max").asText();
    }

    /** Whether it only fixes or narrows something, so that a line beside its parent says it all. */
    boolean saysLittle() {
        return isOwn()
                && !isSlice()
                && !own.path("mustSupport").asBoolean()
                && !own.has("short")
                && !own.has("comment")
                && !own.has("binding")
                && !own.has("constraint")
                && !own.has("slicing");
    }

    String anchor() {
        return id().replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
