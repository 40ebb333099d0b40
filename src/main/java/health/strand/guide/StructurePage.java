package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The page of a profile or an extension. */
final class StructurePage {

    private static final String COMPLIES =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile";

    private final Artifacts artifacts;
    private final Links links;
    private final ElementTable elements;
    private final BadExamples bad;

    StructurePage(Links links, BadExamples bad) {
        this.artifacts = links.artifacts();
        this.links = links;
        this.elements = new ElementTable(links);
        this.bad = bad;
    }

    Html html(Artifact structure) {
        ElementTree tree = new ElementTree(structure.json());
        RuleTable rules = new RuleTable(tree);
        List<Artifact> examples = artifacts.examplesOf(structure);
        return Html.of(
                facts(structure),
                Blocks.section(
                        "elements",
                        "Elements",
                        key(),
                        elements.of(tree, structure.title()),
                        untouched(structure, tree)),
                rules.size() == 0 ? Html.NOTHING : Blocks.section("rules", "Rules", rules.html()),
                examples(examples),
                badExamples(bad.from(examples)));
    }

    private Html facts(Artifact structure) {
        List<Html> claims = new ArrayList<>();
        for (JsonNode extension : structure.json().path("extension")) {
            if (COMPLIES.equals(extension.path("url").asText())) {
                claims.add(links.canonical(extension.path("valueCanonical").asText()));
            }
        }
        Facts facts = new Facts()
                .add("Name", Tag.code(structure.text("name")))
                .add("Built on", links.canonical(structure.text("baseDefinition")));
        for (JsonNode context : structure.json().path("context")) {
            facts.add("Stands in", Tag.code(context.path("expression").asText()));
        }
        return facts.add("Complies with", Blocks.list(claims)).html();
    }

    private static Html key() {
        return Tag.of("p", "legend")
                .around(
                        Tag.of("abbr").with("title", "must be supported").around("S"),
                        Html.text(" must be supported · "),
                        Tag.of("abbr")
                                .with("title", "changes the meaning of the whole")
                                .around("?!"),
                        Html.text(" changes the meaning of the whole · "),
                        Tag.of("abbr").with("title", "has rules").around("R"),
                        Html.text(" has rules · pale rows are as the base has them"));
    }

    private static Html untouched(Artifact structure, ElementTree tree) {
        List<String> steps = tree.untouched();
        return Blocks.folded(
                steps.size() + " elements of the base are taken as they are",
                Tag.of("p")
                        .around(Html.join(", ", steps.stream().map(Tag::code).toList()))
                        .and(Tag.of("p").around(Tag.link(structure.name() + ".json", "All elements, as JSON"))));
    }

    private static Html examples(List<Artifact> examples) {
        return Blocks.section(
                "examples",
                "Examples that pass",
                Blocks.list(examples.stream()
                        .map(example -> Html.of(Links.to(example), Html.text(": " + example.description())))
                        .toList()));
    }

    private static Html badExamples(List<BadExamples.Bad> bad) {
        List<Html> lines = bad.stream()
                .map(one -> Html.of(Html.text(capitalised(one.name()) + ": "), Tag.code(one.reason())))
                .toList();
        return lines.isEmpty()
                ? Html.NOTHING
                : Blocks.section(
                        "bad-examples",
                        "What fails",
                        Blocks.paragraph("Each of these differs from a good example in one thing, and a test sees it"
                                + " refused for the reason behind it."),
                        Blocks.list(lines));
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
