package health.strand.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The whole guide: written pages, a page for each artifact, the index, and the artifacts themselves. */
final class Guide {

    /** Where the server has it; only the page about missing pages needs to know, for it is shown at any address. */
    private static final String SERVED_AT = "/ig/";

    private static final List<String> ASSETS = List.of("guide.css", "mark.svg");

    private final Path written;
    private final Artifacts artifacts;
    private final BadExamples bad;
    private final Prose prose = new Prose();

    private Guide(Path written, Artifacts artifacts, BadExamples bad) {
        this.written = written;
        this.artifacts = artifacts;
        this.bad = bad;
    }

    static Guide read(Path root) throws IOException {
        Path profiles = root.resolve("profiles");
        return new Guide(
                root.resolve("ig").resolve("pages"),
                Artifacts.read(profiles.resolve("generated")),
                BadExamples.read(profiles.resolve("bad-examples")));
    }

    /** Writes it into a folder, replacing what is there, and says how many pages it has. */
    long writeTo(Path folder) throws IOException {
        Site site = Site.empty(folder);
        Frame frame = new Frame(artifacts.version());
        refuseForgotten();
        for (ReadingOrder.Entry entry : ReadingOrder.PAGES) {
            site.write(entry.file(), frame.html(written(entry)));
        }
        site.write(ArtifactIndex.FILE, frame.html(new ArtifactIndex(artifacts, prose).page()));
        ArtifactPages pages = new ArtifactPages(artifacts, bad, prose);
        for (Artifact artifact : artifacts.all()) {
            site.write(artifact.page(), frame.html(pages.page(artifact)));
            site.write(artifact.name() + ".json", Files.readAllBytes(artifact.file()));
        }
        site.write("404.html", frame.html(missing(), SERVED_AT));
        for (String asset : ASSETS) {
            site.write(asset, asset(asset));
        }
        site.close();
        return site.pages();
    }

    private Page written(ReadingOrder.Entry entry) throws IOException {
        Path file = written.resolve(entry.name() + ".md");
        Prose.Written page = prose.page(Files.readString(file), written, artifacts);
        return new Page(entry.file(), page.title(), Outline.of(page.html()), entry.file());
    }

    /** A page nobody put into the order would be a page nobody finds. */
    private void refuseForgotten() throws IOException {
        try (Stream<Path> files = Files.list(written)) {
            TreeSet<String> forgotten =
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .toList());
            ReadingOrder.PAGES.forEach(entry -> forgotten.remove(entry.name() + ".md"));
            if (!forgotten.isEmpty()) {
                throw new GuideFailure("not in the reading order: " + String.join(", ", forgotten));
            }
        }
    }

    private static Page missing() {
        return new Page(
                "404.html",
                "No such page",
                Html.of(
                        Tag.of("h1").around("No such page"),
                        Tag.of("p")
                                .around(
                                        Html.text("The guide has no page here. Start at "),
                                        Tag.link(SERVED_AT + "index.html", "the beginning"),
                                        Html.text(" or look through "),
                                        Tag.link(SERVED_AT + ArtifactIndex.FILE, "the artifacts"),
                                        Html.text("."))),
                "");
    }

    private static byte[] asset(String name) throws IOException {
        try (InputStream asset = Guide.class.getResourceAsStream("/health/strand/guide/" + name)) {
            if (asset == null) {
                throw new GuideFailure("the build has no " + name);
            }
            return asset.readAllBytes();
        }
    }
}
