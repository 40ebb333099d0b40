package health.strand.guide;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown to HTML, for the written pages and for the descriptions of artifacts. */
final class Prose {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private final TextContentRenderer text =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();

    /** A written page: its heading, and all of it. */
    record Written(String title, Html html) {}

    Html html(String markdown) {
        return new Html(renderer.render(parser.parse(markdown)));
    }

    /** A single paragraph without its tags. */
    Html inline(String markdown) {
        return new Html(html(markdown).source().strip().replaceFirst("^<p>", "").replaceFirst("</p>$", ""));
    }

    Written page(String markdown, Path folder, Artifacts artifacts) {
        Node document = parser.parse(markdown);
        if (!(document.getFirstChild() instanceof Heading heading)) {
            throw new GuideFailure("a page must begin with its heading");
        }
        String title = text.render(heading).strip();
        document.accept(new PageLinks(artifacts));
        document.accept(new Drawings(folder));
        return new Written(title, WideParts.boxed(new Html(renderer.render(document)), title));
    }
}
