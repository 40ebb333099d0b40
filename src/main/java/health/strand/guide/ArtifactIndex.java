package health.strand.guide;

import java.util.ArrayList;
import java.util.List;

/** The list of everything that is defined, by kind. */
final class ArtifactIndex {

    static final String FILE = "artifacts.html";

    private final Artifacts artifacts;
    private final Prose prose;

    ArtifactIndex(Artifacts artifacts, Prose prose) {
        this.artifacts = artifacts;
        this.prose = prose;
    }

    Page page() {
        List<Html> parts = new ArrayList<>();
        parts.add(Tag.of("h1").around("Artifacts"));
        parts.add(Tag.of("div", "lead")
                .around(Blocks.paragraph(
                        "Everything the guide defines. Each page leads to the JSON a validator reads.")));
        List<Html> tiles = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            tiles.add(Tag.of("li")
                    .around(Tag.of("a")
                            .with("href", "#" + kind.anchor())
                            .around(
                                    Tag.of("strong")
                                            .around(Integer.toString(
                                                    artifacts.of(kind).size())),
                                    Html.text(" " + kind.heading()))));
        }
        parts.add(Tag.of("ul", "tiles").around(tiles.toArray(Html[]::new)));
        for (Kind kind : Kind.values()) {
            parts.add(Blocks.section(kind.anchor(), kind.heading(), Blocks.paragraph(kind.sentence()), table(kind)));
        }
        return new Page(FILE, "Artifacts", Html.of(parts.toArray(Html[]::new)), FILE);
    }

    private Html table(Kind kind) {
        return Blocks.table(
                kind.heading(),
                List.of("Name", column(kind), "What it is"),
                artifacts.of(kind).stream().map(this::row).toList());
    }

    private static String column(Kind kind) {
        return switch (kind) {
            case PROFILE, EXAMPLE -> "Type";
            case SEARCH_PARAMETER -> "Of";
            case EXTENSION, CODE_SYSTEM, VALUE_SET, CONCEPT_MAP, OPERATION, QUESTIONNAIRE, PROTOCOL, CAPABILITY -> "Id";
        };
    }

    private Html row(Artifact artifact) {
        Html second = switch (artifact.kind()) {
            case PROFILE -> Links.type(artifact.text("type"));
            case EXAMPLE -> Links.type(artifact.type());
            case SEARCH_PARAMETER ->
                Links.type(artifact.json().path("base").path(0).asText());
            case EXTENSION, CODE_SYSTEM, VALUE_SET, CONCEPT_MAP, OPERATION, QUESTIONNAIRE, PROTOCOL, CAPABILITY ->
                Tag.code(artifact.text("id"));
        };
        return Tag.of("tr")
                .around(
                        Tag.of("th").with("scope", "row").around(Links.to(artifact)),
                        Blocks.cells(second, prose.inline(artifact.description())));
    }
}
