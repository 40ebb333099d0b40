package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The pages of forms and of scan protocols. */
record PaperPages(Links links) {

    private static final String LEAST = "http://hl7.org/fhir/StructureDefinition/minValue";
    private static final String MOST = "http://hl7.org/fhir/StructureDefinition/maxValue";

    Html form(Artifact form) {
        List<Html> rows = new ArrayList<>();
        form.json().path("item").forEach(item -> question(item, rows));
        return Blocks.section(
                "questions",
                "Questions",
                Blocks.table(
                        "Questions of " + form.title(), List.of("Question", "Answer", "Needed", "Code", "Id"), rows));
    }

    private void question(JsonNode item, List<Html> rows) {
        List<Html> codes = new ArrayList<>();
        item.path("code").forEach(coding -> codes.add(links.coding(coding)));
        rows.add(Tag.of("tr")
                .around(
                        Tag.of("th")
                                .with("scope", "row")
                                .around(item.path("text").asText()),
                        Blocks.cells(
                                answer(item),
                                Html.text(item.path("required").asBoolean() ? "yes" : "no"),
                                Html.join(", ", codes),
                                Tag.code(item.path("linkId").asText()))));
        item.path("item").forEach(child -> question(child, rows));
    }

    private Html answer(JsonNode item) {
        String type = item.path("type").asText();
        String set = item.path("answerValueSet").asText();
        if (!set.isEmpty()) {
            return Html.of(Html.text(type + " of "), links.canonical(set));
        }
        if ("boolean".equals(type)) {
            return Html.text("yes or no");
        }
        String least = bound(item, LEAST);
        return Html.text(least.isEmpty() ? type : type + ", " + least + " to " + bound(item, MOST));
    }

    private static String bound(JsonNode item, String url) {
        for (JsonNode extension : item.path("extension")) {
            if (url.equals(extension.path("url").asText())) {
                return extension.path("valueInteger").asText();
            }
        }
        return "";
    }

    Html protocol(Artifact protocol) {
        List<Html> topics = new ArrayList<>();
        protocol.json()
                .path("topic")
                .forEach(topic -> topic.path("coding").forEach(coding -> topics.add(links.coding(coding))));
        List<Html> steps = new ArrayList<>();
        protocol.json()
                .path("action")
                .forEach(action ->
                        steps.add(Tag.of("li").around(action.path("title").asText())));
        return Html.of(
                new Facts().add("Method", Html.join(", ", topics)).html(),
                Blocks.section("steps", "Steps", Tag.of("ol").around(steps.toArray(Html[]::new))));
    }
}
