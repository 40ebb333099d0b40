package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The pages of value sets and of concept maps. */
record TerminologyPages(Links links) {

    Html valueSet(Artifact set) {
        List<Html> parts = new ArrayList<>();
        for (JsonNode include : set.json().path("compose").path("include")) {
            String system = include.path("system").asText();
            if (include.path("concept").isMissingNode()) {
                parts.add(Tag.of("p").around(Html.text("All codes of "), links.system(system), Html.text(".")));
            } else {
                parts.add(Tag.of("p").around(Html.text("From "), links.system(system), Html.text(":")));
                parts.add(codes(set, system, include.path("concept")));
            }
        }
        return Blocks.section("codes", "Codes", parts.toArray(Html[]::new));
    }

    private Html codes(Artifact set, String system, JsonNode concepts) {
        List<Html> rows = new ArrayList<>();
        for (JsonNode concept : concepts) {
            String code = concept.path("code").asText();
            rows.add(Blocks.row(
                    links.code(system, code),
                    Html.text(concept.path("display").asText(links.displays().of(system, code)))));
        }
        return Blocks.table("Codes of " + set.title() + " from " + system, List.of("Code", "Display"), rows);
    }

    Html conceptMap(Artifact map) {
        List<Html> parts = new ArrayList<>();
        for (JsonNode group : map.json().path("group")) {
            String source = group.path("source").asText();
            String target = group.path("target").asText();
            List<Html> rows = new ArrayList<>();
            for (JsonNode element : group.path("element")) {
                element.path("target")
                        .forEach(to ->
                                rows.add(mapping(source, element.path("code").asText(), target, to)));
            }
            parts.add(Tag.of("p")
                    .around(
                            Html.text("From "),
                            links.system(source),
                            Html.text(" to "),
                            links.system(target),
                            Html.text(":")));
            parts.add(Blocks.table(
                    map.title() + " to " + target, List.of("Code", "Display", "Is", "Target", "Display"), rows));
        }
        return Blocks.section("mappings", "Mappings", parts.toArray(Html[]::new));
    }

    private Html mapping(String source, String code, String targetSystem, JsonNode target) {
        String to = target.path("code").asText();
        return Blocks.row(
                links.code(source, code),
                Html.text(links.displays().of(source, code)),
                Html.text(target.path("equivalence").asText()),
                to.isEmpty() ? Html.NOTHING : links.code(targetSystem, to),
                Html.text(target.path("display").asText(links.displays().of(targetSystem, to))));
    }
}
