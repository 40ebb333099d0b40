package health.strand.guide;

import java.util.List;

/** A page for each definition and each example. */
final class ArtifactPages {

    private final Uses uses;
    private final Prose prose;
    private final StructurePage structures;
    private final TerminologyPages terminology;
    private final ApiPages api;
    private final PaperPages papers;
    private final ExamplePage examples;

    ArtifactPages(Artifacts artifacts, BadExamples bad, Prose prose) {
        Links links = new Links(artifacts, new Displays(artifacts));
        this.prose = prose;
        this.uses = new Uses(artifacts);
        this.structures = new StructurePage(links, bad);
        this.terminology = new TerminologyPages(links);
        this.api = new ApiPages(links);
        this.papers = new PaperPages(links);
        this.examples = new ExamplePage(links);
    }

    Page page(Artifact artifact) {
        Html main = Html.of(
                Tag.of("p", "crumb")
                        .around(Tag.link(
                                "artifacts.html#" + artifact.kind().anchor(),
                                artifact.kind().heading())),
                Tag.of("h1").around(artifact.title()),
                Tag.of("div", "lead").around(prose.html(artifact.description())),
                address(artifact),
                body(artifact),
                Blocks.section("used-by", "Used by", usedBy(artifact)));
        return new Page(
                artifact.page(),
                artifact.title(),
                main,
                "artifacts.html#" + artifact.kind().anchor());
    }

    private static Html address(Artifact artifact) {
        Facts facts = new Facts();
        if (!artifact.url().isEmpty()) {
            facts.add("Address", Tag.code(artifact.url()));
        }
        return facts.add("As a file", Tag.link(artifact.name() + ".json", artifact.name() + ".json"))
                .html();
    }

    private Html body(Artifact artifact) {
        return switch (artifact.kind()) {
            case PROFILE, EXTENSION -> structures.html(artifact);
            case CODE_SYSTEM -> CodeSystemPage.html(artifact);
            case VALUE_SET -> terminology.valueSet(artifact);
            case CONCEPT_MAP -> terminology.conceptMap(artifact);
            case SEARCH_PARAMETER -> api.searchParameter(artifact);
            case OPERATION -> api.operation(artifact);
            case QUESTIONNAIRE -> papers.form(artifact);
            case PROTOCOL -> papers.protocol(artifact);
            case CAPABILITY -> api.capability(artifact);
            case EXAMPLE -> examples.html(artifact);
        };
    }

    private Html usedBy(Artifact artifact) {
        List<Html> users = uses.of(artifact).stream()
                .map(user -> Html.of(
                        Links.to(user), Html.text(", " + user.kind().heading().toLowerCase(java.util.Locale.ROOT))))
                .toList();
        return Blocks.list(users);
    }
}
